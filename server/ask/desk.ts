import type { Priority, TicketStatus } from '../../src/contract/ticket.ts';
import type { UnreadableItem } from './readItems.ts';

/** A file of a message that is sent to a help desk. */
export interface DeskFile {
  name: string;
  type: string;
  content: Uint8Array;
}

/** A message or note of our conversation. */
export interface OutgoingMessage {
  /** Our id (UUID), by which a message that the help desk has already is recognized. */
  id: string;
  author: 'visitor' | 'agent' | 'system';
  authorName: string | null;
  /** Only agents can see it. */
  isInternal: boolean;
  text: string;
  files: readonly DeskFile[];
}

/** A request that is created in a help desk. */
export interface OutgoingTicket {
  /** Our id (UUID). */
  id: string;
  subject: string;
  customer: { email: string; name: string | null };
  priority: Priority;
  tags: readonly string[];
  /** Lines for the agents, by name. */
  facts: Readonly<Record<string, string>>;
  first: OutgoingMessage;
}

/** A ticket in a help desk. */
export interface DeskTicket {
  id: string;
  /** The number that agents see. */
  number: string;
  /** The page for agents. */
  url: string;
  /** The id of the customer in the help desk, if it has customers. */
  customerId: string | null;
}

/** A file in a help desk. */
export interface DeskFileRef {
  name: string;
  /** Bytes, if they are known. */
  size: number | undefined;
  url: string;
}

/** A message or note in a help desk. */
export interface IncomingMessage {
  id: string;
  /** Our id, if we sent it. */
  ownId: string | undefined;
  author: 'visitor' | 'agent';
  authorName: string | null;
  isInternal: boolean;
  text: string;
  /** The addresses of a mail, in lower case. Mails quote earlier ones, which are removed. */
  mailOf?: readonly string[];
  files: readonly DeskFileRef[];
}

/** A ticket with its messages, oldest first. */
export interface DeskConversation {
  status: TicketStatus;
  messages: readonly IncomingMessage[];
  /** Messages of an unknown form. The team is notified of them. */
  unreadable: readonly UnreadableItem[];
}

export interface ReplyOptions {
  /** Our id of the ticket (UUID). */
  ownId: string;
  /** The subject of a ticket that follows a closed one. */
  subject: string;
  status: TicketStatus;
  isRepeated: boolean;
  /** Returns whether a message of the help desk was imported, or is another message of ours. */
  isKnown(id: string): boolean;
}

/**
 * A help desk of the team, in which requests can live. `isRepeated`: an earlier attempt may have
 * succeeded without a response, so it must be looked up first. All methods throw IntegrationError,
 * DeskRejection if the content is not accepted, DeskTicketGone if the ticket was deleted there, and
 * DeskSetupError if a setting has to be changed.
 */
export interface Desk {
  /**
   * False if a message that was sent without a response can only be recognized by its text. Then it
   * is looked up before the ticket is read.
   */
  marksMessages: boolean;
  /** Creates a ticket with its first message. `factsId`: the note with the facts, if it has no mark. */
  create(
    ticket: OutgoingTicket,
    isRepeated: boolean,
  ): Promise<{ ticket: DeskTicket; messageId: string | null; factsId?: string | undefined }>;
  /** Adds a message, and sets the status. A closed ticket is followed by a new one, `movedTo`. */
  reply(
    ticket: DeskTicket,
    message: OutgoingMessage,
    options: ReplyOptions,
  ): Promise<{ messageId: string | null; movedTo?: DeskTicket }>;
  setStatus(ticket: DeskTicket, status: TicketStatus): Promise<void>;
  /**
   * Reads a ticket. `agreed`: the status that both sides had last. It stays if the help desk has no
   * other one. `isKnown` returns whether a message is known. Those can be left out.
   */
  read(
    ticket: DeskTicket,
    agreed: TicketStatus | null,
    isKnown: (id: string) => boolean,
  ): Promise<DeskConversation>;
  /** Returns the content of a file, or undefined if it is larger than `maxBytes`. */
  download(file: DeskFileRef, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Returns the ids of tickets that changed since a time. */
  changedSince(time: Date): Promise<string[]>;
}

/** The help desk does not accept a ticket or a message. A retry with the same content is pointless. */
export class DeskRejection extends Error {
  override readonly name = 'DeskRejection';
  /** The reason that the help desk gave, for agents. It can contain data of the customer. */
  readonly reason: string;

  constructor(reason: string) {
    super('The help desk does not accept the content.');
    this.reason = reason;
  }
}

/** The ticket was deleted in the help desk. */
export class DeskTicketGone extends Error {
  override readonly name = 'DeskTicketGone';

  constructor() {
    super('The ticket no longer exists in the help desk.');
  }
}

/** The help desk cannot be used in the way it is set up. A person has to change its settings. */
export class DeskSetupError extends Error {
  override readonly name = 'DeskSetupError';
  /** The problem with the next step, for agents. */
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.sentence = sentence;
  }
}
