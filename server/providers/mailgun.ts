import * as z from 'zod/mini';
import { asJson, hmac, isFresh, isSame } from '../webhooks/signatures.ts';
import { ask } from './ask.ts';
import { defineInbound } from './inbound.ts';
import { basic, defineProvider, hostName, secret } from './provider.ts';

const Event = z.object({
  signature: z.optional(
    z.object({ timestamp: z.string(), token: z.string(), signature: z.string() }),
  ),
  'event-data': z.object({ id: z.string(), event: z.string() }),
});

/** Domains of the EU need the base URL https://api.eu.mailgun.net. */
export const mailgun = defineProvider({
  id: 'mailgun',
  baseUrl: 'https://api.mailgun.net',
  credentials: z.object({
    api_key: secret,
    domain: hostName,
    webhook_signing_key: z.optional(secret),
  }),
  inbound: defineInbound(
    z.object({ webhook_signing_key: secret }),
    ({ webhook_signing_key }, { body, now }) => {
      const parsed = z.safeParse(Event, asJson(body));
      const signature = parsed.data?.signature;
      if (!parsed.success || signature === undefined) return 'missing';
      const { timestamp, token } = signature;
      const expected = hmac(webhook_signing_key, timestamp + token);
      const isGood = isSame(expected, signature.signature, 'hex');
      if (!isGood || !isFresh(Number(timestamp), now)) return 'invalid';
      const { id, event: type } = parsed.data['event-data'];
      // The signature covers the token alone, which must therefore be good once.
      return { events: [{ id, type, payload: parsed.data, nonce: token }] };
    },
  ),
  async probe({ api_key, domain }, reach) {
    await ask(reach, `v4/domains/${domain}`, {
      headers: basic('api', api_key),
      expects: z.object({ domain: z.object({ state: z.string() }) }),
      explain: ({ status, body }) => {
        const found = z.safeParse(z.object({ domain: z.object({ state: z.string() }) }), body);
        const isDisabled = found.success && found.data.domain.state === 'disabled';
        return status === 200 && isDisabled ? 'authorization_error' : undefined;
      },
    });
  },
});
