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
 * `queued`: waits since `since` (ms since 1970) for `delay` ms; `error` is the error of the last
 * attempt. `sending`: one tab is sending it. `needs_attention`: a retry is pointless, and a person
 * must decide. `sent`: kept for a while, so that other tabs and a reload see it.
 */
export type EntryState =
  | { at: 'queued'; since: number; delay: number; error: EntryError | null }
  | { at: 'sending' }
  | { at: 'needs_attention'; error: EntryError }
  | { at: 'sent'; ticket: Ticket | null; sentAt: number };

/** An error in a form that can be stored. `name`: name of its class. `retryAfter`: seconds. */
export interface EntryError {
  name: string;
  code: string;
  message: string;
  details: readonly ErrorDetail[];
  retryAfter: number | null;
}

/** The only backend that an entry can be sent to. */
export interface Destination {
  /** Name of the account; see `accountOf`. */
  account: string;
  /** Absolute address of the API. */
  baseUrl: string;
}

/** A write that outlives the page. */
export interface OutboxEntry extends Destination {
  version: 1;
  /** The Idempotency-Key, equal in all retries, reloads and tabs. */
  id: string;
  /** User id of the author; empty for an anonymous visitor. */
  owner: string;
  /** Random id of the visitor that sends it. */
  visitorId: string;
  write: OutboxWrite;
  /** Ids of its files on the device. They are uploaded first, and then named in the body. */
  files?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  createdAt: number;
  attempts: number;
  /** Time of the first attempt. Null before. */
  firstSentAt: number | null;
  state: EntryState;
}

/** Stored by another version of the widget: only its text can be read. */
export interface UnreadableEntry {
  version: 'unreadable';
  id: string;
  text: string;
}

export type StoredEntry = OutboxEntry | UnreadableEntry;
