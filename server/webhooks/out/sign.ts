import { Webhook } from 'standardwebhooks';
import { hmac } from '../../base/signatures.ts';

/**
 * Returns the headers that prove to a receiver that the request is ours: those of Standard
 * Webhooks, and `X-Webhook-Signature: sha256=<hex HMAC-SHA256 of the raw body>`. For Standard
 * Webhooks, the part of a secret after `whsec_` is base64. For `X-Webhook-Signature`, the whole
 * secret is used as text.
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
