import * as z from 'zod/mini';
import { ErrorDetail } from '../contract/envelope.ts';
import { RatingDraft } from '../contract/message.ts';
import { Ticket, TicketDraft } from '../contract/ticket.ts';
import type { Destination, OutboxWrite, StoredEntry } from '../core/outboxEntry.ts';
import { PenguinMailsError } from '../errors.ts';

const EntryError = z.object({
  name: z.string(),
  code: z.string(),
  message: z.string(),
  details: z.array(ErrorDetail),
  retryAfter: z.nullable(z.number()),
});

const Write = z.union([
  z.object({ endpoint: z.literal('createTicket'), body: TicketDraft }),
  z.object({
    endpoint: z.literal('replyToTicket'),
    ticketId: z.string(),
    body: z.object({ body: z.string() }), // can be empty if there are files
  }),
  z.object({ endpoint: z.literal('rateTicket'), ticketId: z.string(), body: RatingDraft }),
  z.object({ endpoint: z.literal('reopenTicket'), ticketId: z.string() }),
  z.object({
    endpoint: z.literal('rateArticle'),
    slug: z.string(),
    body: z.object({ helpful: z.boolean(), comment: z.optional(z.string()) }),
  }),
]);

const Entry = z.object({
  version: z.literal(1),
  account: z.string(),
  baseUrl: z.string(),
  id: z.string(),
  owner: z.string(),
  visitorId: z.string(),
  write: Write,
  files: z.optional(z.array(z.string())),
  createdAt: z.number(),
  attempts: z.number(),
  firstSentAt: z.nullable(z.number()),
  state: z.union([
    z.object({
      at: z.literal('queued'),
      since: z.number(),
      delay: z.number(),
      error: z.nullable(EntryError),
    }),
    z.object({ at: z.literal('sending') }),
    z.object({ at: z.literal('needs_attention'), error: EntryError }),
    z.object({ at: z.literal('sent'), ticket: z.nullable(Ticket), sentAt: z.number() }),
  ]),
});

/**
 * Returns a write in the form that it has after storing, so that two writes can be compared.
 * @throws PenguinMailsError `UNREADABLE` for a write that could not be read back, and so would
 * never be sent
 */
export function normalWrite(write: OutboxWrite): OutboxWrite {
  const { data, error } = Write.safeParse(write);
  if (data) return data;
  const context = { code: 'UNREADABLE', cause: error };
  throw new PenguinMailsError('The outbox cannot read the request back.', context);
}

/**
 * Returns a stored entry. For an entry of another version or for another backend, returns only its
 * text, because it must not be sent from here. Returns null if there is neither an id nor text, or
 * if it was sent.
 */
export function readEntry(stored: unknown, { account, baseUrl }: Destination): StoredEntry | null {
  const { data } = Entry.safeParse(stored);
  if (data?.account === account && data.baseUrl === baseUrl) return data;
  if (data?.state.at === 'sent') return null;
  const id = z.object({ id: z.string() }).safeParse(stored).data?.id;
  const text = data ? wordsOf(data.write) : wordsIn(stored).join('\n');
  return id === undefined || text === '' ? null : { version: 'unreadable', id, text };
}

function wordsOf(write: OutboxWrite): string {
  if (write.endpoint === 'createTicket')
    return `${write.body.subject}\n\n${write.body.description}`;
  return write.endpoint === 'replyToTicket' ? write.body.body : '';
}

/** Returns all texts in a value that a person may have written or chosen. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s|@/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
