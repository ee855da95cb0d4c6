import * as z from 'zod/mini';
import { Attachment, attachmentIds } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';
import { MessageAuthor, Rating, Ticket, TicketStatus } from './ticket.ts';

/** An entry of a conversation, as its visitor can see it. */
export const Message = z.object({
  id: z.string(),
  /** 1 is what the request began with; each next one is one more. */
  position: z.int(),
  author: MessageAuthor,
  /**
   * Name of the agent, if known. Of the visitor only for a mail of another address, and in the request of
   * a colleague.
   */
  author_name: z.nullable(z.string()),
  /** Empty for an entry of the system, and for files alone. */
  body: z.string(),
  attachments: z.array(Attachment),
  /** Details of a message that came by mail. */
  mail: z.optional(
    z.object({
      /** The sender, if it is not the address of the request. */
      from: z.nullable(z.string()),
      /** All of its text, where `body` leaves out what it quotes. */
      whole: z.nullable(z.string()),
    }),
  ),
  /** Entries of the system: the status has changed, or an agent took the request. */
  change: z.nullable(
    z.object({ status: z.optional(TicketStatus), assignee_name: z.optional(z.string()) }),
  ),
  created_at: timestamp,
});
export type Message = z.infer<typeof Message>;

/** A request with the newest entries of its conversation, oldest of them first. */
export const Conversation = z.object({
  ticket: Ticket,
  messages: z.array(Message),
  /** True while there are entries before the first one here. */
  has_earlier: z.boolean(),
  /** The rating of a request. */
  rating: z.nullable(Rating),
});
export type Conversation = z.infer<typeof Conversation>;

export const MessagePage = z.object({
  messages: z.array(Message),
  /** Further ones in the direction that was asked for. */
  has_more: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

const position = z.string().check(z.regex(/^\d{1,9}$/, { error: 'Must be a position.' }));

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

/** The newest 50 entries come along. */
export const getTicket = {
  method: 'GET',
  path: 'support/tickets/{id}',
  access: 'visitor',
  reply: Conversation,
} as const satisfies Endpoint;

/** Up to 50 entries: the oldest ones after a position, or the newest ones before it; oldest first. */
export const listMessages = {
  method: 'GET',
  path: 'support/tickets/{id}/messages',
  access: 'visitor',
  query: z.object({ after: z.optional(position), before: z.optional(position) }),
  reply: MessagePage,
} as const satisfies Endpoint;

/** A reply to a resolved or pending request opens it again. */
export const replyToTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/messages',
  access: 'visitor',
  idempotent: true,
  body: ReplyDraft,
  reply: Message,
} as const satisfies Endpoint;

export const RatingDraft = z.object({
  score: z
    .int()
    .check(z.gte(1, { error: 'Must be 1 to 5.' }), z.lte(5, { error: 'Must be 1 to 5.' })),
  comment: z.optional(text(limits.comment)),
});
export type RatingDraft = z.input<typeof RatingDraft>;

/** Only a resolved request can be rated; rating it again replaces the rating. */
export const rateTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/rating',
  access: 'visitor',
  idempotent: true,
  body: RatingDraft,
  reply: z.object({ rating: Rating }),
} as const satisfies Endpoint;

/** Does nothing to a request that is not resolved. */
export const reopenTicket = {
  method: 'POST',
  path: 'support/tickets/{id}/reopen',
  access: 'visitor',
  idempotent: true,
  reply: Ticket,
} as const satisfies Endpoint;

/** Everything up to `position` counts as read; a smaller one than before changes nothing. */
export const markRead = {
  method: 'POST',
  path: 'support/tickets/{id}/read',
  access: 'visitor',
  body: z.object({ position: z.int() }),
  reply: z.object({ unread: z.int() }),
} as const satisfies Endpoint;
