import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { draft } from './api.ts';
import { newId } from './tenant.ts';

const signingKey = 'mailgun-signing-key';
const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
/** The credentials that verify their events. */
export const credentials = {
  mailgun: { api_key: 'key-1', domain: 'mg.acme.example', webhook_signing_key: signingKey },
  sendgrid: { api_key: 'SG.1', webhook_public_key: publicKey },
};
type EventFields = Record<string, unknown>;

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/webhooks */
export function mailgun(messageId: string, event: string, more: EventFields = {}): string {
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
export function sendgrid(...events: EventFields[]): [string, Record<string, string>] {
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

/** A mail from a customer. `isForged`: posted without the key. */
export interface PostedMail {
  to: string;
  from: string;
  sender: string;
  messageId: string;
  text: string;
  headers: Record<string, string>;
  isForged?: boolean;
}

interface Post {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http */
export async function mailgunRoute({ isForged, ...mail }: PostedMail): Promise<Post> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const token = newId();
  const signature = createHmac('sha256', isForged ? 'another-key' : signingKey)
    .update(timestamp + token)
    .digest('hex');
  const list = Object.entries({ ...mail.headers, 'Message-Id': mail.messageId });
  return posted({
    recipient: mail.to,
    sender: mail.sender,
    from: mail.from,
    subject: 'Re: It does not work',
    'body-plain': mail.text,
    'message-headers': JSON.stringify(list),
    timestamp,
    token,
    signature,
  });
}

/** https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook */
export async function sendgridParse({ isForged, ...mail }: PostedMail): Promise<Post> {
  const list = Object.entries({ ...mail.headers, 'Message-ID': mail.messageId });
  const { body, headers } = await posted({
    headers: list.map(([name, value]) => `${name}: ${value}`).join('\n'),
    to: mail.to,
    from: mail.from,
    envelope: JSON.stringify({ to: [mail.to], from: mail.sender }),
    subject: 'Re: It does not work',
    text: mail.text,
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signed = Buffer.concat([Buffer.from(timestamp), isForged ? Buffer.from('x') : body]);
  return {
    body,
    headers: {
      ...headers,
      'X-Twilio-Email-Event-Webhook-Signature': sign('sha256', signed, pair.privateKey).toString(
        'base64',
      ),
      'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
    },
  };
}

/** Includes a file beside the fields, as mails do. */
async function posted(fields: Record<string, string>): Promise<Post> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('attachment-1', new File(['bytes'], 'picture.png', { type: 'image/png' }));
  const request = new Response(form);
  return {
    body: new Uint8Array(await request.arrayBuffer()),
    headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' },
  };
}
