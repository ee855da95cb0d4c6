import { createPublicKey, createVerify } from 'node:crypto';
import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { failure, requestJson } from '../ask/requestJson.ts';
import { asJson, isBase64, isFresh, numberOf } from '../base/signatures.ts';
import { type MailOutcome, outcomeOf } from '../db/outcome.ts';
import { readForm } from './form.ts';
import { eventIdOf, mailOfSendgrid } from './postedMail.ts';

/** Custom argument of a mail. SendGrid returns it with every event of the mail. */
export const sendgridMailId = 'penguin_mail_id';

const Event = z.object({
  sg_event_id: z.string(),
  event: z.string(),
  reason: z.optional(z.nullable(z.string())),
  'smtp-id': z.optional(z.string()),
  [sendgridMailId]: z.optional(z.string()),
});

/** SendGrid retries `deferred` mails itself. */
const states: Partial<Record<string, MailOutcome['state']>> = {
  delivered: 'delivered',
  bounce: 'bounced',
  dropped: 'bounced',
  spamreport: 'complained',
};

/**
 * Verifies ECDSA over the raw bytes, because mails can be in any charset. `key`: DER in base64.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
function isSigned(key: string, signature: string, signed: readonly (string | Buffer)[]): boolean {
  if (!isBase64(signature)) return false;
  try {
    const der = Buffer.from(key, 'base64');
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const verify = createVerify('sha256');
    for (const part of signed) verify.update(part);
    return verify.verify(publicKey, signature, 'base64');
  } catch {
    return false; // a malformed key or signature
  }
}

/**
 * The key needs the permission to send. EU accounts need the base URL https://api.eu.sendgrid.com.
 */
export const sendgrid = defineProvider({
  id: 'sendgrid',
  baseUrl: 'https://api.sendgrid.com',
  credentials: z.object({ api_key: secret, webhook_public_key: z.optional(z.string()) }),
  inbound: defineInbound(
    z.object({ webhook_public_key: z.string() }),
    async ({ webhook_public_key }, { headers, body, now }) => {
      const signature = headers.get('X-Twilio-Email-Event-Webhook-Signature');
      const timestamp = headers.get('X-Twilio-Email-Event-Webhook-Timestamp');
      if (signature === null || timestamp === null) return 'missing';
      if (!isSigned(webhook_public_key, signature, [timestamp, body])) return 'invalid';
      if (!isFresh(numberOf(timestamp), now)) return 'invalid';
      const form = await readForm(body, headers.get('Content-Type'));
      if (form !== undefined) {
        const received = await mailOfSendgrid(form);
        if (received === undefined) return 'invalid';
        const id = eventIdOf(received);
        return { events: [{ id, type: 'inbound', payload: { id }, received }] };
      }
      const events = z.safeParse(z.array(Event), asJson(body));
      if (!events.success) return 'invalid';
      return {
        events: events.data.map((event) => ({
          id: event.sg_event_id,
          type: event.event,
          payload: { sg_event_id: event.sg_event_id, event: event.event },
          mail: outcomeOf(
            event[sendgridMailId] ?? event['smtp-id'],
            states[event.event],
            event.reason ?? '',
          ),
        })),
      };
    },
  ),
  async probe({ api_key }, endpoint) {
    const { scopes } = await requestJson(endpoint, 'v3/scopes', {
      headers: bearer(api_key),
      expects: z.object({ scopes: z.array(z.string()) }),
    });
    if (!scopes.includes('mail.send')) {
      throw failure('authorization_error', { status: 200, headers: new Headers(), body: '' });
    }
  },
});
