import * as z from 'zod/mini';
import { asJson, hmac, isFresh, isSame } from '../webhooks/signatures.ts';
import { ask } from './ask.ts';
import { defineInbound } from './inbound.ts';
import { bearer, defineProvider, secret } from './provider.ts';

const Refusals = z.array(z.object({ errorCode: z.string() }));
const Limit = z.object({ Max: z.number(), Remaining: z.number() });

const Event = z.object({
  eventCategoryType: z.string(),
  timestampUTC: z.number(),
  compositeId: z.string(),
});

/** `instance_url` comes with the token and names the server of the organisation. */
export const salesforce = defineProvider({
  id: 'salesforce',
  baseUrl: ({ instance_url }) => instance_url,
  credentials: z.object({
    access_token: secret,
    instance_url: z.string().check(z.regex(/^https:\/\//, { error: 'Must be an https address.' })),
    webhook_secret: z.optional(secret),
  }),
  // Event Notification Service; `webhook_secret` is the signature key of the callback.
  inbound: defineInbound(
    z.object({ webhook_secret: secret }),
    ({ webhook_secret }, { headers, body, now }) => {
      const signature = headers.get('X-SFMC-ENS-Signature');
      if (signature === null) return 'missing';
      // The key is given in base64; documents leave open whether it is meant as it is written.
      const keys = [webhook_secret, Buffer.from(webhook_secret, 'base64')];
      const isGood = keys.some((key) => isSame(hmac(key, body), signature, 'base64'));
      if (!isGood) return 'invalid';
      const events = z.safeParse(z.array(Event), asJson(body));
      if (!events.success) return 'invalid';
      if (!events.data.every(({ timestampUTC }) => isFresh(timestampUTC / 1_000, now))) {
        return 'invalid';
      }
      return {
        events: events.data.map((event) => ({
          id: `${event.eventCategoryType}.${event.compositeId}.${event.timestampUTC}`,
          type: event.eventCategoryType,
          payload: event,
        })),
      };
    },
  ),
  oauth: {
    issuer: 'https://login.salesforce.com',
    authorization: 'https://login.salesforce.com/services/oauth2/authorize',
    token: 'https://login.salesforce.com/services/oauth2/token',
    revocation: 'https://login.salesforce.com/services/oauth2/revoke',
    scopes: ['api', 'refresh_token'],
  },
  probe: ({ access_token }, reach) =>
    ask(reach, 'services/data/v61.0/limits', {
      headers: bearer(access_token),
      expects: z.object({ DailyApiRequests: Limit }),
      explain: ({ status, body }) => {
        const refusals = z.safeParse(Refusals, body);
        const codes = refusals.success ? refusals.data.map(({ errorCode }) => errorCode) : [];
        return status === 403 && codes.includes('REQUEST_LIMIT_EXCEEDED')
          ? 'quota_error'
          : undefined;
      },
    }),
});
