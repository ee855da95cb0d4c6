import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredLine, text } from './text.ts';
import { Priority, TicketStatus } from './ticket.ts';

/**
 * `newest` and `oldest`: by the last change. `due`: the earliest due response first, then requests
 * that await none. `priority`: critical first, and equal priorities by the last change.
 */
export const InboxSort = z.enum(['newest', 'oldest', 'due', 'priority']);
export type InboxSort = z.infer<typeof InboxSort>;

/** Conditions of a list of requests. All of them must match. */
export const inboxConditions = {
  status: z.optional(z.enum([...TicketStatus.options, 'unresolved'])),
  priority: z.optional(Priority),
  assignee: z.optional(text(limits.id)),
  queue: z.optional(text(limits.category)),
  tag: z.optional(text(limits.category)),
  organization: z.optional(text(limits.id)),
  snoozed: z.optional(z.enum(['yes', 'no'])),
  /** Requests with an internal note that mentions the caller, who is an agent. */
  mentioned: z.optional(z.literal('me')),
};
const Conditions = z.object(inboxConditions);

/** Maximum number of saved filters per agent. */
export const maxFilters = 30;
/** Maximum number of requests that a filter counts. */
export const maxCounted = 1_000;

/** A named list of an agent. */
export const SavedFilter = z.object({
  id: z.string(),
  name: z.string(),
  conditions: Conditions,
  sort: InboxSort,
});
export type SavedFilter = z.infer<typeof SavedFilter>;

/**
 * Lists the caller's filters by name, each with the number of its requests, at most 1,000. For
 * sessions of agents.
 */
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
