import * as z from 'zod/mini';
import { defineInbound, type InboundEvent } from '../ask/inbound.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { readItems } from '../ask/readItems.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isFresh, isSame, numberOf } from '../base/signatures.ts';
import { hubspotDesk } from '../desks/hubspot/hubspotDesk.ts';
import { quotaProblem } from '../desks/hubspot/request.ts';

const id = z.number();
const Event = z.object({
  eventId: id,
  subscriptionId: id,
  subscriptionType: z.string(),
  occurredAt: z.optional(z.number()),
  objectId: z.optional(id),
  objectTypeId: z.optional(z.string()),
  fromObjectId: z.optional(id),
  fromObjectTypeId: z.optional(z.string()),
  toObjectId: z.optional(id),
  toObjectTypeId: z.optional(z.string()),
});
type Event = z.infer<typeof Event>;
/** The id of the type of tickets. */
const ticketType = '0-5';

/**
 * Returns the id of the ticket that changed, or that has a new note or e-mail. Older subscriptions
 * are for one type of objects, such as `ticket.propertyChange`:
 * https://developers.hubspot.com/docs/apps/legacy-apps/public-apps/create-generic-webhook-subscriptions
 */
function ticketOf(event: Event): string | undefined {
  const { subscriptionType, objectId, objectTypeId, fromObjectTypeId, toObjectTypeId } = event;
  const types = [objectTypeId, fromObjectTypeId];
  const isOfTicket = subscriptionType.startsWith('ticket.') || types.includes(ticketType);
  const ofTicket = isOfTicket ? (objectId ?? event.fromObjectId) : undefined;
  const found = ofTicket ?? (toObjectTypeId === ticketType ? event.toObjectId : undefined);
  return found === undefined ? undefined : String(found);
}

/** The id of an event is not unique. A repeated one has the same time and the same objects. */
function asInboundEvent(event: Event): InboundEvent {
  const { eventId, subscriptionId, subscriptionType, occurredAt, objectId, fromObjectId } = event;
  const parts = [subscriptionId, eventId, objectId ?? fromObjectId, event.toObjectId, occurredAt];
  const ticket = ticketOf(event);
  return {
    id: parts.filter((part) => part !== undefined).join('.'),
    type: subscriptionType,
    payload: event,
    ...(ticket !== undefined && { ticket }),
  };
}

/** Needs an OAuth token or the token of a private app. */
export const hubspot = defineProvider({
  id: 'hubspot',
  baseUrl: 'https://api.hubapi.com',
  credentials: z.object({
    access_token: secret,
    client_secret: z.optional(secret),
    pipeline_id: z.optional(secret),
  }),
  desk: hubspotDesk,
  oauth: {
    issuer: 'https://app.hubspot.com',
    authorization: 'https://app.hubspot.com/oauth/authorize',
    token: 'https://api.hubapi.com/oauth/v1/token',
    revocation: 'https://api.hubapi.com/oauth/v1/refresh-tokens/{token}',
    scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.contacts.write', 'content'],
  },
  inbound: defineInbound(
    z.object({ client_secret: secret }),
    ({ client_secret }, { method, url, headers, body, now }) => {
      const signature = headers.get('X-HubSpot-Signature-v3');
      const timestamp = headers.get('X-HubSpot-Request-Timestamp');
      if (signature === null || timestamp === null) return 'missing';
      const expected = hmac(client_secret, method, decoded(url), body, timestamp);
      const isGood = isSame(expected, signature, 'base64');
      if (!isGood || !isFresh(numberOf(timestamp) / 1_000, now)) return 'invalid';
      const events = z.safeParse(z.array(z.unknown()), asJson(body));
      if (!events.success) return 'invalid';
      const { read, unreadable } = readItems(events.data, Event, 'event');
      // One event of an unknown form must not reject the others of its request.
      if (read.length === 0 && unreadable.length > 0) return 'invalid';
      const named = unreadable.map(({ key, fields }) => ({
        id: key,
        type: 'unreadable',
        payload: { fields },
      }));
      return { events: [...read.map(asInboundEvent), ...named] };
    },
  ),
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'account-info/v3/details', {
      headers: bearer(access_token),
      expects: z.object({ portalId: z.number() }),
      explain: ({ status, body }) => (status === 429 ? quotaProblem(body) : undefined),
    }),
});

/** HubSpot decodes only these characters of an address before it signs it. */
function decoded(url: string): string {
  return url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code) =>
    decodeURIComponent(code),
  );
}
