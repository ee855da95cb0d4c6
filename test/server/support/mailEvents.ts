import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { draft } from './api.ts';
import { newId } from './tenant.ts';

const signingKey = 'mailgun-signing-key';
const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
/** By which what they send is known to be theirs. */
export const credentials = {
  mailgun: { api_key: 'key-1', domain: 'mg.acme.example', webhook_signing_key: signingKey },
  sendgrid: { api_key: 'SG.1', webhook_public_key: publicKey },
};
type Told = Record<string, unknown>;

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/webhooks */
export function mailgun(messageId: string, event: string, more: Told = {}): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = newId();
  const signature = createHmac('sha256', signingKey)
    .update(timestamp + token)
    .digest('hex');
  return JSON.stringify({
    signature: { timestamp, token, signature },
    'event-data': {
      id: randomUUID(),
      event,
      timestamp: Date.now() / 1_000,
      recipient: draft.email,
      message: { headers: { 'message-id': messageId.replaceAll(/[<>]/g, '') } },
      ...more,
    },
  });
}

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export function sendgrid(...events: Told[]): [string, Record<string, string>] {
  const body = JSON.stringify(
    events.map((event) => ({ email: draft.email, sg_event_id: newId(), ...event })),
  );
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = sign('sha256', Buffer.from(timestamp + body), pair.privateKey);
  return [
    body,
    {
      'X-Twilio-Email-Event-Webhook-Signature': signature.toString('base64'),
      'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
    },
  ];
}
