import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { eventNames } from './eventNames.ts';
import { eventSending } from './eventSending.ts';
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
 * An event of the tracking plan. Its `id` never changes, so an event that is sent again counts
 * once. `support_ticket_created` has the id of the request, because the backend records it too.
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
 * Accepts up to 100 events. Known events are not counted again, so a batch whose response was lost
 * can be repeated. `stored`: the number of new events. A property with an e-mail address, or with
 * the query of an address, is omitted.
 *
 * The visitor is optional. `navigator.sendBeacon` cannot set headers, so the body can be
 * `text/plain`. It then contains the publishable key as `key`, and `visitor` or `identity` like the
 * headers of these names. `distinct_id`: the visitor's id in the page's PostHog, so that an event
 * that both sides send to PostHog is stored once.
 */
export const recordEvents = {
  ...eventSending,
  body: z.object({
    key: z.optional(z.string()),
    visitor: z.optional(z.string()),
    identity: z.optional(z.string()),
    distinct_id: z.optional(text(limits.eventText)),
    events: z
      .array(TrackedEvent)
      .check(z.maxLength(limits.events, { error: `Must be at most ${limits.events} events.` })),
  }),
} as const satisfies Endpoint;

/** A separate table, so that only pages that send events load it. */
export const eventEndpoints = { recordEvents } as const;
