import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { defineProvider, secret } from '../ask/provider.ts';
import { asJson, hmac, isFresh, isSame, numberOf } from '../base/signatures.ts';

const credentials = z.object({ webhook_secret: secret });
const Event = z.object({ id: z.string(), type: z.string(), created: z.string() });
const Named = z.object({ type: z.string() });

/**
 * Accepts events that are signed by Standard Webhooks (https://www.standardwebhooks.com), or by
 * `X-Webhook-Signature: sha256=…` over the body. In the latter case, `id` and `created` in the body
 * identify duplicates and old events. Our own webhooks have both signatures.
 */
const inbound = defineInbound(credentials, async ({ webhook_secret }, { headers, body, now }) => {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
    headers.get(`webhook-${name}`),
  );
  if (id && timestamp && signature) {
    const { Webhook } = await import('standardwebhooks');
    const format = webhook_secret.startsWith('whsec_') ? {} : ({ format: 'raw' } as const);
    const seconds = numberOf(timestamp);
    if (!isFresh(seconds, now)) return 'invalid';
    const sent = new Date(seconds * 1_000);
    const [, expected = ''] = new Webhook(webhook_secret, format).sign(id, sent, body).split(',');
    const isGood = signature
      .split(' ')
      .filter((one) => one.startsWith('v1,'))
      .some((one) => isSame(Buffer.from(expected, 'base64'), one.slice('v1,'.length), 'base64'));
    const payload = asJson(body);
    if (!isGood || payload === undefined) return 'invalid';
    const named = z.safeParse(Named, payload);
    return { events: [{ id, type: named.success ? named.data.type : 'custom', payload }] };
  }
  const simple = headers.get('X-Webhook-Signature');
  if (simple === null) return 'missing';
  const isGood =
    simple.startsWith('sha256=') &&
    isSame(hmac(webhook_secret, body), simple.slice('sha256='.length), 'hex');
  const event = z.safeParse(Event, asJson(body));
  if (!isGood || !event.success) return 'invalid';
  if (!isFresh(Date.parse(event.data.created) / 1_000, now)) return 'invalid';
  return { events: [{ id: event.data.id, type: event.data.type, payload: asJson(body) }] };
});

export const custom = defineProvider({ id: 'custom', credentials, inbound });
export const zapier = defineProvider({ id: 'zapier', credentials, inbound });
export const make = defineProvider({ id: 'make', credentials, inbound });
