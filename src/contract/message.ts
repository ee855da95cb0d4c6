import * as z from 'zod/mini';
import { Attachment, attachmentIds } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { between, text, timestamp } from './text.ts';
import { MessageAuthor, Rating, Ticket, TicketStatus } from './ticket.ts';

/** An entry of a conversation, as visitors see it. */
export const Message = z.object({
  id: z.string(),
  /** The first entry has position 1. Each later entry has the next number. */
  position: z.int(),
  author: MessageAuthor,
  /**
   * Name of the agent, if known. For a visitor's entry, only set if the mail came from another
   * address, or in the request of a colleague.
   */
  author_name: z.nullable(z.string()),
  /** Empty for an entry of the system, and for a message with only files. */
  body: z.string(),
  attachments: z.array(Attachment),
  /** Details of a message that came by mail. */
  mail: z.optional(
    z.object({
      /** The sender, if it differs from the address of the request. */
      from: z.nullable(z.string()),
      /** The complete text, if `body` omits quoted parts. */
      whole: z.nullable(z.string()),
    }),
  ),
  /** Set for entries of the system: the status has changed, or an agent was assigned. */
  change: z.nullable(
    z.object({ status: z.optional(TicketStatus), assignee_name: z.optional(z.string()) }),
  ),
  created_at: timestamp,
});
export type Message = z.infer<typeof Message>;

/** A request with the newest entries of its conversation, in chronological order. */
export const Conversation = z.object({
  ticket: Ticket,
  messages: z.array(Message),
  /** True if there are entries before the first one here. */
  has_earlier: z.boolean(),
  /** The rating of a request. */
  rating: z.nullable(Rating),
});
export type Conversation = z.infer<typeof Conversation>;

export const MessagePage = z.object({
  messages: z.array(Message),
  /** True if there are more entries in the requested direction. */
  has_more: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

const position = z.string().check(z.regex(/^\d{1,9}$/, { error: 'Must be a number.' }));

export const ReplyDraft = z
  .object({
    body: z._default(text(limits.message), ''),
    attachments: z._default(attachmentIds, []),
  })
  .check(
    z.refine(({ body, attachments }) => body.trim() !== '' || attachments.length > 0, {
      error: 'Must not be empty.',
      path: ['body'],
    }),
  );
export type ReplyDraft = z.input<typeof ReplyDraft>;

/** Returns a request with its newest 50 entries. */
export const getTicket = {
  method: 'GET',
  path: 'support/tickets/{id}',
  access: 'visitor',
  reply: Conversation,
} as const satisfies Endpoint;

/**
 * Lists up to 50 entries, oldest first: the ones directly after a position, or the ones directly
 * before it.
 */
export const listMessages = {
  method: 'GET',
  path: 'support/tickets/{id}/messages',
  access: 'visitor',
  query: z.object({ after: z.optional(position), before: z.optional(position) }),
  reply: MessagePage,
} as const satisfies Endpoint;

/** Adds a reply. It reopens a resolved or pending request. */
export const replyToTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/messages',
  access: 'visitor',
  idempotent: true,
  body: ReplyDraft,
  reply: Message,
} as const satisfies Endpoint;

export const RatingDraft = z.object({
  score: z.int().check(...between(1, 5)),
  comment: z.optional(text(limits.comment)),
});
export type RatingDraft = z.input<typeof RatingDraft>;

/** Rates a resolved request. A new rating replaces the previous one. */
export const rateTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/rating',
  access: 'visitor',
  idempotent: true,
  body: RatingDraft,
  reply: z.object({ rating: Rating }),
} as const satisfies Endpoint;

/** Reopens a resolved request. Has no effect on other requests. */
export const reopenTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/reopen',
  access: 'visitor',
  idempotent: true,
  reply: Ticket,
} as const satisfies Endpoint;

/** Marks everything up to `position` as read. A smaller position than before has no effect. */
export const markRead = {
  method: 'POST',
  path: 'support/tickets/{id}/read',
  access: 'visitor',
  body: z.object({ position: z.int() }),
  reply: z.object({ unread: z.int() }),
} as const satisfies Endpoint;
