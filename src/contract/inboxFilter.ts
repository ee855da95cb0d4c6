import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredLine, text } from './text.ts';
import { Priority, TicketStatus } from './ticket.ts';

/**
 * `newest` and `oldest` by the last change; `due`: the first response that is due soonest, then those that
 * await none; `priority`: critical first, and the last change first among equals.
 */
export const InboxSort = z.enum(['newest', 'oldest', 'due', 'priority']);
export type InboxSort = z.infer<typeof InboxSort>;

/** Conditions of a list of requests, all of which hold. */
export const inboxConditions = {
  status: z.optional(z.enum([...TicketStatus.options, 'unresolved'])),
  priority: z.optional(Priority),
  assignee: z.optional(text(limits.id)),
  queue: z.optional(text(limits.category)),
  tag: z.optional(text(limits.category)),
  organization: z.optional(text(limits.id)),
  snoozed: z.optional(z.enum(['yes', 'no'])),
  /** Requests with an internal note that names the caller, an agent. */
  mentioned: z.optional(z.literal('me')),
};
const Conditions = z.object(inboxConditions);

/** Saved filters of one agent. */
export const mostFilters = 30;
/** Requests that the count of a filter goes up to. */
export const mostCounted = 1_000;

/** A list that an agent has named. */
export const SavedFilter = z.object({
  id: z.string(),
  name: z.string(),
  conditions: Conditions,
  sort: InboxSort,
});
export type SavedFilter = z.infer<typeof SavedFilter>;

/** The caller's own, by name, each with the number of its requests, at most 1,000. For sessions of agents. */
export const listFilters = {
  method: 'GET',
  path: 'agent/filters',
  access: 'agent',
  reply: z.object({ filters: z.array(z.extend(SavedFilter, { count: z.int() })) }),
} as const satisfies Endpoint;

export const createFilter = {
  method: 'POST',
  path: 'agent/filters',
  access: 'agent',
  body: z.object({
    name: requiredLine(limits.name),
    conditions: Conditions,
    sort: z._default(InboxSort, 'newest'),
  }),
  reply: SavedFilter,
} as const satisfies Endpoint;

export const deleteFilter = {
  method: 'DELETE',
  path: 'agent/filters/{id}',
  access: 'agent',
  reply: z.object({ deleted: z.boolean() }),
} as const satisfies Endpoint;
