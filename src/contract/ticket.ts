import * as z from 'zod/mini';
import { attachmentIds } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { priorities } from './priority.ts';
import { shownSuggestions } from './suggestion.ts';
import { email, requiredText, text, timestamp } from './text.ts';

export const Priority = z.enum(priorities, {
  error: 'Must be low, medium, high or critical.',
});
export type Priority = z.infer<typeof Priority>;

export const TicketStatus = z.enum(['new', 'open', 'pending', 'on_hold', 'resolved']);
export type TicketStatus = z.infer<typeof TicketStatus>;

/** The context that the page adds to a request. The person sees each line before it is sent. */
export const TicketContext = z.object({
  url: z.optional(text(limits.url)),
  title: z.optional(text(limits.contextLine)),
  browser: z.optional(text(limits.contextLine)),
  locale: z.optional(text(limits.contextLine)),
  version: z.optional(text(limits.contextLine)),
  /** Title of the last article that was read and did not help. */
  article: z.optional(text(limits.contextLine)),
  /** The page's own values, from `setContext`. At most 20, which the server checks. */
  values: z.optional(z.record(requiredText(limits.contextName), text(limits.contextLine))),
});
export type TicketContext = z.infer<typeof TicketContext>;

export const CustomValue = z.union([text(limits.customField), z.boolean()]);
export type CustomValue = z.infer<typeof CustomValue>;

export const TicketDraft = z.object({
  subject: requiredText(limits.subject),
  description: requiredText(limits.description),
  email,
  name: z.optional(text(limits.name)),
  priority: z._default(Priority, 'medium'),
  category: requiredText(limits.category),
  userId: z.optional(text(limits.id)),
  tenantId: z.optional(text(limits.id)),
  mailtoAttempted: z._default(z.boolean(), false),
  customerTier: z.optional(text(limits.tier)),
  /** Values by the ids of the form's fields, at most 50. */
  customFields: z.optional(z.record(text(limits.id), CustomValue)),
  context: z.optional(TicketContext),
  attachments: z.optional(attachmentIds),
  suggestions: z.optional(shownSuggestions),
  /** Questions to the model that writes answers, its answers and their sources, as text. */
  exchange: z.optional(text(limits.description)),
  /** The open incident that was shown before the request was written. */
  incident_id: z.optional(text(limits.id)),
});
/** A request as input, in which fields with defaults are optional. */
export type TicketDraft = z.input<typeof TicketDraft>;
/** A request with its defaults filled in. */
export type AcceptedTicketDraft = z.output<typeof TicketDraft>;

export const MessageAuthor = z.enum(['visitor', 'agent', 'system']);
export type MessageAuthor = z.infer<typeof MessageAuthor>;

/** The visitor's satisfaction, from 1 (poor) to 5 (great). */
export const Rating = z.object({
  score: z.int(),
  comment: z.nullable(z.string()),
  created_at: timestamp,
});
export type Rating = z.infer<typeof Rating>;

/**
 * Name or address of the visitor, if it is the request of a colleague. The caller can read it, but
 * cannot change it.
 */
const colleague = z.optional(z.string());

/** The stored record, as its visitor sees it. */
export const Ticket = z.object({
  id: z.string(),
  /** Short number with the tenant's prefix, such as `PM-1042`. */
  ticket_number: z.string(),
  status: TicketStatus,
  subject: z.string(),
  description: z.string(),
  customerEmail: z.string(),
  customerName: z.nullable(z.string()),
  priority: Priority,
  category: z.string(),
  metadata: z.object({
    source: z.string(),
    user_id: z.nullable(z.string()),
    tenant_id: z.nullable(z.string()),
    original_mailto_attempt: z.boolean(),
    /** The open incident that was shown before the request was written. */
    incident_id: z.optional(z.string()),
  }),
  created_at: timestamp,
  updated_at: timestamp,
  estimated_first_response: z.nullable(timestamp),
  colleague,
});
export type Ticket = z.infer<typeof Ticket>;

export const TicketSummary = z.object({
  id: z.string(),
  ticket_number: z.string(),
  status: TicketStatus,
  subject: z.string(),
  category: z.string(),
  /** First 140 characters of the latest message. */
  excerpt: z.string(),
  last_author: MessageAuthor,
  last_author_name: z.nullable(z.string()),
  /** Number of entries that the visitor has not read. */
  unread: z.int(),
  created_at: timestamp,
  updated_at: timestamp,
  colleague,
});
export type TicketSummary = z.infer<typeof TicketSummary>;

export const TicketPage = z.object({
  tickets: z.array(TicketSummary),
  /** Value for `cursor` to get the next page. Null on the last page. */
  next_cursor: z.nullable(z.string()),
});
export type TicketPage = z.infer<typeof TicketPage>;

export const createTicket = {
  method: 'POST',
  path: 'support/tickets',
  access: 'visitor',
  idempotent: true,
  proof: true,
  body: TicketDraft,
  reply: Ticket,
} as const satisfies Endpoint;

/** Lists requests, newest first. `limit`: 1 to 100, default 20. */
export const listTickets = {
  method: 'GET',
  path: 'support/tickets',
  access: 'visitor',
  query: z.object({
    cursor: z.optional(text(limits.id)),
    limit: z.optional(
      z.string().check(z.regex(/^([1-9]\d?|100)$/, { error: 'Must be 1 to 100.' })),
    ),
  }),
  reply: TicketPage,
} as const satisfies Endpoint;
