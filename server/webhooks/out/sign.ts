import { Webhook } from 'standardwebhooks';
import { hmac } from '../../base/signatures.ts';

/**
 * Headers by which a receiver knows that we have sent this: those of Standard Webhooks, and
 * `X-Webhook-Signature: sha256=<hex HMAC-SHA256 of the raw body>`. A secret that begins with `whsec_` is
 * base64 for the former; for the latter every secret is taken as it is written.
 */
export function signedHeaders(
  secret: string,
  { id, body, now }: { id: string; body: string; now: Date },
): Record<string, string> {
  const webhook = secret.startsWith('whsec_')
    ? new Webhook(secret)
    : new Webhook(secret, { format: 'raw' });
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'penguinmails-support-widget',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': webhook.sign(id, now, body),
    'X-Webhook-Signature': `sha256=${hmac(secret, body).toString('hex')}`,
  };
}
