import { createHmac } from 'node:crypto';
import { Stripe } from 'stripe';

/** A request of a provider with its signature. */
export interface Vector {
  provider: string;
  credentials: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  /** Unix seconds. */
  at: number;
  events: { id: string; type: string }[];
  url?: string;
  /** The signature is in the body. */
  isInBody?: true;
  /** Credentials of another account. */
  others?: Record<string, string>;
}

export const mac = (key: string, text: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', key).update(text).digest(encoding);

const slackBody =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
const slackSignature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const sendgridBody = `${JSON.stringify([
  {
    email: 'hello@world.com',
    event: 'dropped',
    reason: 'Bounced Address',
    sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
    sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
    'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
    timestamp: 1600112492,
  },
])}\r\n`;
const stripeBody = JSON.stringify({ id: 'evt_1', object: 'event', type: 'charge.failed' });
export const at = 1_770_000_000;
export const mailgunBody = (token = 'a'.repeat(50)) =>
  JSON.stringify({
    signature: {
      timestamp: String(at),
      token,
      signature: mac('mg-key', String(at) + 'a'.repeat(50), 'hex'),
    },
    'event-data': { id: 'ev-1', event: 'failed' },
  });
const hubspotBody = JSON.stringify([
  { eventId: 100, subscriptionId: 7, subscriptionType: 'contact.creation' },
]);
const hubspotUrl = 'https://api.acme.example/v1/webhooks/hubspot/x?next=%2Fhome%20page';
const sfBody = JSON.stringify([
  { eventCategoryType: 'EngagementEvents.EmailOpen', timestampUTC: at * 1_000, compositeId: 'c.1' },
]);
export const customBody = JSON.stringify({
  id: 'wh_1',
  type: 'x.y',
  created: new Date(at * 1_000),
});

/**
 * The vectors of Slack, SendGrid and Standard Webhooks are those of their documentation and
 * sources.
 */
export const vectors: Vector[] = [
  {
    provider: 'slack',
    credentials: { signing_secret: '8f742231b10e8888abcd99yyyzzz85a5' },
    headers: {
      'X-Slack-Signature': slackSignature,
      'X-Slack-Request-Timestamp': '1531420618',
    },
    body: slackBody,
    at: 1_531_420_618,
    events: [{ id: slackSignature, type: 'command' }],
  },
  {
    provider: 'sendgrid',
    others: {
      webhook_public_key:
        'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQ4LIFtWztlsF7skFqOncjD1lun4H5w8XOhyOArHW9RcIx/FfEzx6cikC/yPfUvwaX/JScE7Fc9CJD2afQ9Ok3Q==',
    },
    credentials: {
      webhook_public_key:
        'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==',
    },
    headers: {
      'X-Twilio-Email-Event-Webhook-Signature':
        'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
      'X-Twilio-Email-Event-Webhook-Timestamp': '1600112502',
    },
    body: sendgridBody,
    at: 1_600_112_502,
    events: [{ id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA', type: 'dropped' }],
  },
  {
    provider: 'custom',
    others: { webhook_secret: 'whsec_AfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    credentials: { webhook_secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    headers: {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    },
    body: '{"test": 2432232314}',
    at: 1_614_265_330,
    events: [{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', type: 'custom' }],
  },
  {
    provider: 'zapier',
    credentials: { webhook_secret: 'a shared secret'.replaceAll(' ', '-') },
    headers: { 'X-Webhook-Signature': `sha256=${mac('a-shared-secret', customBody, 'hex')}` },
    body: customBody,
    at,
    events: [{ id: 'wh_1', type: 'x.y' }],
  },
  {
    provider: 'stripe',
    credentials: { webhook_secret: 'whsec_test' },
    headers: {
      'Stripe-Signature': Stripe.webhooks.generateTestHeaderString({
        payload: stripeBody,
        secret: 'whsec_test',
        timestamp: at,
      }),
    },
    body: stripeBody,
    at,
    events: [{ id: 'evt_1', type: 'charge.failed' }],
  },
  {
    provider: 'mailgun',
    credentials: { webhook_signing_key: 'mg-key' },
    headers: {},
    body: mailgunBody(),
    at,
    events: [{ id: 'ev-1', type: 'failed' }],
    isInBody: true,
  },
  {
    provider: 'hubspot',
    credentials: { client_secret: 'hub-secret' },
    headers: {
      'X-HubSpot-Signature-v3': mac(
        'hub-secret',
        `POST${hubspotUrl.replaceAll('%2F', '/')}${hubspotBody}${at * 1_000}`,
        'base64',
      ),
      'X-HubSpot-Request-Timestamp': String(at * 1_000),
    },
    body: hubspotBody,
    url: hubspotUrl,
    at,
    events: [{ id: '7.100', type: 'contact.creation' }],
  },
  {
    provider: 'salesforce',
    others: { webhook_secret: 'b3RoZXIga2V5' },
    credentials: { webhook_secret: 'c2lnbmF0dXJlIGtleQ==' },
    headers: { 'X-SFMC-ENS-Signature': mac('signature key', sfBody, 'base64') },
    body: sfBody,
    at,
    events: [
      {
        id: `EngagementEvents.EmailOpen.c.1.${at * 1_000}`,
        type: 'EngagementEvents.EmailOpen',
      },
    ],
  },
];
