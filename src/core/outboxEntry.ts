import type { ErrorDetail } from '../contract/envelope.ts';
import type { RatingDraft } from '../contract/message.ts';
import type { Ticket, TicketDraft } from '../contract/ticket.ts';

/** A write: an endpoint and its input. */
export type OutboxWrite =
  | { endpoint: 'createTicket'; body: TicketDraft }
  | { endpoint: 'replyToTicket'; ticketId: string; body: { body: string } }
  | { endpoint: 'rateTicket'; ticketId: string; body: RatingDraft }
  | { endpoint: 'reopenTicket'; ticketId: string }
  | {
      endpoint: 'rateArticle';
      slug: string;
      body: { helpful: boolean; comment?: string | undefined };
    };

/**
 * `queued`: waits from `since` (ms since 1970) for `delay` ms; `error` says why the last attempt failed ·
 * `sending`: one tab has it under way ·
 * `needs_attention`: trying again is of no use by itself, a person has to decide ·
 * `sent`: kept a while, so that other tabs and a reload learn of it.
 */
export type EntryState =
  | { at: 'queued'; since: number; delay: number; error: EntryError | null }
  | { at: 'sending' }
  | { at: 'needs_attention'; error: EntryError }
  | { at: 'sent'; ticket: Ticket | null; sentAt: number };

/** An error in a form that can be kept. `name` is that of its class, `retryAfter` in seconds. */
export interface EntryError {
  name: string;
  code: string;
  message: string;
  details: readonly ErrorDetail[];
  retryAfter: number | null;
}

/** The only destination of an entry. */
export interface Destination {
  /** Names the account; see `accountOf`. */
  account: string;
  /** Absolute address of the API. */
  baseUrl: string;
}

/** A durable write. */
export interface OutboxEntry extends Destination {
  version: 1;
  /** The Idempotency-Key: the same over retries, reloads and tabs. */
  id: string;
  /** User id of the author; empty for an anonymous visitor. */
  owner: string;
  /** Random id of the visitor that it is sent as. */
  visitorId: string;
  write: OutboxWrite;
  /** Ids of files on the device that go along: uploaded first, then named in the body. */
  files?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  createdAt: number;
  attempts: number;
  /** When it was first sent; null before. */
  firstSentAt: number | null;
  state: EntryState;
}

/** Stored by another version of the widget: only its text can be read. */
export interface UnreadableEntry {
  version: 'unreadable';
  id: string;
  text: string;
}

export type KeptEntry = OutboxEntry | UnreadableEntry;
