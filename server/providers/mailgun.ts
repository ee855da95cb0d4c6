import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { basic, defineProvider, hostName, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isFresh, isSame, numberOf } from '../base/signatures.ts';
import { type MailOutcome, outcomeOf } from '../db/outcome.ts';
import { readForm } from './form.ts';
import { eventIdOf, mailOfMailgun } from './postedMail.ts';

const Signature = z.object({ timestamp: z.string(), token: z.string(), signature: z.string() });

const Event = z.object({
  signature: z.optional(Signature),
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

/** Mailgun retries a failure that is not permanent. */
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

/** EU domains need the base URL https://api.eu.mailgun.net. */
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
    async ({ webhook_signing_key }, { headers, body, now }) => {
      const isSigned = ({ timestamp, token, signature }: z.infer<typeof Signature>) =>
        isSame(hmac(webhook_signing_key, timestamp + token), signature, 'hex') &&
        isFresh(numberOf(timestamp), now);
      const form = await readForm(body, headers.get('Content-Type'));
      if (form !== undefined) {
        const texts = [...form.fields].map(([name, bytes]) => [name, bytes.toString('utf8')]);
        const signature = z.safeParse(Signature, Object.fromEntries(texts)).data;
        if (signature === undefined) return 'missing';
        if (!isSigned(signature)) return 'invalid';
        const received = await mailOfMailgun(form);
        const id = eventIdOf(received);
        const payload = { id };
        return {
          events: [{ id, type: 'inbound', payload, nonce: signature.token, received }],
        };
      }
      const parsed = z.safeParse(Event, asJson(body));
      const signature = parsed.data?.signature;
      if (!parsed.success || signature === undefined) return 'missing';
      if (!isSigned(signature)) return 'invalid';
      const { token } = signature;
      const { 'event-data': event } = parsed.data;
      const { id, event: type } = event;
      // The signature covers only the token, so each token is accepted once.
      return {
        events: [{ id, type, payload: { id, event: type }, nonce: token, mail: mailOf(event) }],
      };
    },
  ),
  async probe({ api_key, domain }, endpoint) {
    await requestJson(endpoint, `v4/domains/${domain}`, {
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
