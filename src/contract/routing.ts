import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { BusinessHours } from './settings.ts';
import { requiredLine, requiredText, text } from './text.ts';
import { CustomValue, Priority } from './ticket.ts';

const atMost = <T extends z.ZodMiniType>(item: T, max: number) =>
  z.array(item).check(z.maxLength(max, { error: `Must be at most ${max}.` }));

/** Labels of a request that only agents see. */
export const Tags = atMost(requiredText(limits.category), 20);

const QueueId = requiredText(limits.category);

/** A queue of requests for a part of the team. */
export const Queue = z.object({
  id: QueueId,
  name: requiredLine(limits.name),
  /** Business hours of the queue. Default: those of the account. Null: around the clock. */
  business_hours: z.optional(z.nullable(BusinessHours)),
});
export type Queue = z.infer<typeof Queue>;

const anyOf = <T extends z.ZodMiniType>(value: T) =>
  z.optional(atMost(value, 50).check(z.minLength(1, { error: 'Must name a value.' })));

/**
 * A rule matches if the request's value is in the list of each of its conditions. A misspelled
 * condition is rejected, so that the rule does not match everything.
 */
export const RoutingRule = z.strictObject({
  category: anyOf(requiredText(limits.category)),
  priority: anyOf(Priority),
  /** Only signed tiers, ignoring case. */
  tier: anyOf(requiredText(limits.tier)),
  /** Ids of signed organizations. */
  organization: anyOf(requiredText(limits.id)),
  /** `es` also matches `es-MX`. */
  language: anyOf(requiredText(limits.category)),
  /** Values of form fields, by the field's id. */
  fields: z.optional(z.record(text(limits.id), atMost(CustomValue, 50))),
  queue: z.optional(QueueId),
  /** The id of an agent. */
  assignee: z.optional(requiredText(limits.id)),
  tags: z.optional(Tags),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Rules that assign requests to queues. The first match counts. */
export const Routing = z
  .object({ queues: atMost(Queue, 50), rules: atMost(RoutingRule, 200) })
  .check(
    z.refine(({ queues }) => new Set(queues.map(({ id }) => id)).size === queues.length, {
      path: ['queues'],
      error: 'Must have different ids.',
    }),
    z.refine(
      ({ queues, rules }) =>
        rules.every(({ queue }) => queue === undefined || queues.some(({ id }) => id === queue)),
      { path: ['rules'], error: 'Must name queues that are listed in queues.' },
    ),
  );
export type Routing = z.infer<typeof Routing>;

/** Lists the queues of the account, in the order of the setting. */
export const listQueues = {
  method: 'GET',
  path: 'agent/queues',
  access: 'agent',
  reply: z.object({ queues: z.array(z.object({ id: z.string(), name: z.string() })) }),
} as const satisfies Endpoint;
