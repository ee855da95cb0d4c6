import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { eventNames } from './eventNames.ts';
import { eventsPath } from './eventRules.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

/** Names of the tracking plan. */
export const TrackedName = z.enum(eventNames, {
  error: 'Must be an event of the tracking plan.',
});
export type TrackedName = z.infer<typeof TrackedName>;

const propertyName = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'Must be in snake_case.' }));
const PropertyValue = z.union([text(limits.eventText), z.number(), z.boolean(), z.null()], {
  error: `Must be a number, true, false, null, or text of at most ${limits.eventText} characters.`,
});

/**
 * An event of the tracking plan. Its `id` never changes: sent again, it counts once.
 * `support_ticket_created` has the id of the request, because the backend records it too.
 */
export const TrackedEvent = z.object({
  id: z.guid({ error: 'Must be a UUID.' }),
  name: TrackedName,
  timestamp: timestamp.check(
    z.refine((value) => Date.parse(value) > Date.UTC(2000), { error: 'Must be in this century.' }),
  ),
  properties: z._default(
    z.record(propertyName, PropertyValue).check(
      z.refine((all) => Object.keys(all).length <= limits.eventProperties, {
        error: `Must have at most ${limits.eventProperties} properties.`,
      }),
    ),
    {},
  ),
});
export type TrackedEvent = z.input<typeof TrackedEvent>;
export type AcceptedEvent = z.output<typeof TrackedEvent>;

/**
 * Takes up to 100 events. Those that are known are not counted again, so that a batch whose answer was
 * lost can be repeated. `stored`: how many were new. What holds an e-mail address or the query of an
 * address is left out of the properties.
 *
 * The visitor is optional. `navigator.sendBeacon` sets no headers: the body may be `text/plain`, and
 * hold the publishable key as `key`, with `visitor` or `identity` as in the headers of the same name.
 * `distinct_id` is the one of a PostHog in the page, so that an event which both sides send to it is one.
 */
export const recordEvents = {
  method: 'POST',
  path: eventsPath,
  access: 'key',
  beacon: true,
  body: z.object({
    key: z.optional(z.string()),
    visitor: z.optional(z.string()),
    identity: z.optional(z.string()),
    distinct_id: z.optional(text(limits.eventText)),
    events: z
      .array(TrackedEvent)
      .check(z.maxLength(limits.events, { error: `Must be at most ${limits.events} events.` })),
  }),
  reply: z.object({ stored: z.int() }),
} as const satisfies Endpoint;

/** A table of its own, so that only pages that send events load it. */
export const eventEndpoints = { recordEvents } as const;
