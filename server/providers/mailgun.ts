import * as z from 'zod/mini';
import { type MailOutcome, outcomeOf } from '../mail/outcome.ts';
import { asJson, hmac, isFresh, isSame } from '../webhooks/signatures.ts';
import { ask } from './ask.ts';
import { defineInbound } from './inbound.ts';
import { basic, defineProvider, hostName, secret } from './provider.ts';

const Event = z.object({
  signature: z.optional(
    z.object({ timestamp: z.string(), token: z.string(), signature: z.string() }),
  ),
  'event-data': z.object({
    id: z.string(),
    event: z.string(),
    severity: z.optional(z.string()),
    reason: z.optional(z.string()),
    message: z.optional(
      z.object({ headers: z.optional(z.object({ 'message-id': z.optional(z.string()) })) }),
    ),
    'delivery-status': z.optional(
      z.object({
        code: z.optional(z.unknown()),
        message: z.optional(z.nullable(z.string())),
        description: z.optional(z.nullable(z.string())),
      }),
    ),
  }),
});

/** A failure that is not permanent is tried again by Mailgun. */
function mailOf(event: z.infer<typeof Event>['event-data']): MailOutcome | undefined {
  const isLost = event.event === 'failed' && event.severity === 'permanent';
  const { code, message, description } = event['delivery-status'] ?? {};
  return outcomeOf(
    event.message?.headers?.['message-id'],
    isLost || event.event === 'rejected' ? 'bounced' : states[event.event],
    [code, message || description || event.reason].filter(Boolean).join(' '),
  );
}

const states: Partial<Record<string, MailOutcome['state']>> = {
  delivered: 'delivered',
  complained: 'complained',
};

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
      const { 'event-data': event } = parsed.data;
      const { id, event: type } = event;
      // The signature covers the token alone, which must therefore be good once.
      return {
        events: [{ id, type, payload: { id, event: type }, nonce: token, mail: mailOf(event) }],
      };
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
