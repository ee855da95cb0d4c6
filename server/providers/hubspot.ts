import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isFresh, isSame, numberOf } from '../base/signatures.ts';

const ErrorBody = z.object({ policyName: z.string() });

const Events = z.array(
  z.object({ eventId: z.number(), subscriptionId: z.number(), subscriptionType: z.string() }),
);

/** Needs an OAuth token or the token of a private app. */
export const hubspot = defineProvider({
  id: 'hubspot',
  baseUrl: 'https://api.hubapi.com',
  credentials: z.object({ access_token: secret, client_secret: z.optional(secret) }),
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
      const events = z.safeParse(Events, asJson(body));
      if (!events.success) return 'invalid';
      return {
        events: events.data.map((event) => ({
          id: `${event.subscriptionId}.${event.eventId}`,
          type: event.subscriptionType,
          payload: event,
        })),
      };
    },
  ),
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'account-info/v3/details', {
      headers: bearer(access_token),
      expects: z.object({ portalId: z.number() }),
      // The daily limit is a quota. The limit for ten seconds is a rate limit.
      explain: ({ status, body }) => {
        const errorBody = z.safeParse(ErrorBody, body);
        return status === 429 && errorBody.success && errorBody.data.policyName === 'DAILY'
          ? 'quota_error'
          : undefined;
      },
    }),
});

/** HubSpot decodes only these characters of an address before it signs it. */
function decoded(url: string): string {
  return url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code) =>
    decodeURIComponent(code),
  );
}
