import type { IntegrationCategory } from '../contract/integration.ts';

/**
 * Capabilities of a system.
 * - `mail`: sends mails
 * - `health`: its health is checked
 * - `webhook`: its events are received
 * - `oauth`: connects an account
 * - `notices`: receives notifications for the team
 * - `storage`: stores files or data
 * - `capture`: captures events
 * - `outbound`: receives our events
 *
 * A system without capabilities is shown as the host's own backend reports it.
 */
export type Feature =
  | 'mail'
  | 'health'
  | 'webhook'
  | 'oauth'
  | 'notices'
  | 'storage'
  | 'capture'
  | 'outbound';

type Row = readonly [id: string, name: string, docs: string, ...working: Feature[]];

/** All external systems by category. */
export const systems: readonly { category: IntegrationCategory; rows: readonly Row[] }[] = [
  {
    category: 'email_service',
    rows: [
      ['mailgun', 'Mailgun', 'documentation.mailgun.com', 'mail', 'health', 'webhook'],
      ['sendgrid', 'SendGrid', 'www.twilio.com/docs/sendgrid', 'mail', 'health', 'webhook'],
      ['smtp', 'SMTP', 'datatracker.ietf.org/doc/html/rfc5321', 'mail', 'health'],
      ['ses', 'AWS SES', 'docs.aws.amazon.com/ses/', 'mail', 'health'],
      ['google', 'Google', 'developers.google.com/workspace/gmail/api', 'oauth', 'health'],
      ['microsoft', 'Microsoft 365', 'learn.microsoft.com/graph/', 'oauth', 'health'],
    ],
  },
  {
    category: 'payment_processor',
    rows: [
      ['stripe', 'Stripe', 'docs.stripe.com', 'health', 'webhook'],
      ['paypal', 'PayPal', 'developer.paypal.com/api/rest/', 'health'],
      ['shopify', 'Shopify', 'shopify.dev/docs/api/admin', 'health'],
      ['square', 'Square', 'developer.squareup.com/docs'],
      ['shipstation', 'ShipStation', 'docs.shipstation.com'],
      ['easypost', 'EasyPost', 'docs.easypost.com'],
    ],
  },
  {
    category: 'analytics',
    rows: [
      ['posthog', 'PostHog', 'posthog.com/docs', 'capture', 'health'],
      ['segment', 'Segment', 'segment.com/docs', 'health'],
      ['mixpanel', 'Mixpanel', 'docs.mixpanel.com', 'health'],
      ['amplitude', 'Amplitude', 'amplitude.com/docs', 'health'],
      ['google_analytics', 'Google Analytics', 'developers.google.com/analytics'],
    ],
  },
  {
    category: 'crm',
    rows: [
      ['hubspot', 'HubSpot', 'developers.hubspot.com/docs', 'oauth', 'health', 'webhook'],
      ['salesforce', 'Salesforce', 'developer.salesforce.com/docs', 'oauth', 'health', 'webhook'],
      ['pipedrive', 'Pipedrive', 'developers.pipedrive.com/docs/api/v1', 'health'],
    ],
  },
  {
    category: 'marketing_automation',
    rows: [
      ['customerio', 'Customer.io', 'docs.customer.io', 'health'],
      ['zapier', 'Zapier', 'docs.zapier.com', 'outbound', 'webhook'],
      ['make', 'Make', 'developers.make.com', 'outbound', 'webhook'],
      ['custom', 'Custom', 'www.standardwebhooks.com', 'outbound', 'webhook'],
    ],
  },
  {
    category: 'social_media',
    rows: [
      ['linkedin', 'LinkedIn', 'learn.microsoft.com/linkedin/'],
      ['twitter', 'Twitter / X', 'docs.x.com'],
      ['facebook', 'Facebook', 'developers.facebook.com/docs'],
    ],
  },
  {
    category: 'storage',
    rows: [
      ['s3', 'AWS S3', 'docs.aws.amazon.com/s3/', 'storage', 'health'],
      ['gcs', 'Google Cloud Storage', 'cloud.google.com/storage/docs', 'storage', 'health'],
      ['cloudinary', 'Cloudinary', 'cloudinary.com/documentation', 'health'],
      ['cloudflare', 'Cloudflare', 'developers.cloudflare.com'],
      ['fastly', 'Fastly', 'www.fastly.com/documentation/'],
    ],
  },
  {
    category: 'communication',
    rows: [
      ['slack', 'Slack', 'docs.slack.dev', 'notices', 'health', 'webhook'],
      [
        'teams',
        'Microsoft Teams',
        'learn.microsoft.com/microsoftteams/platform/',
        'notices',
        'health',
      ],
      ['twilio', 'Twilio', 'www.twilio.com/docs', 'health'],
      ['messagebird', 'MessageBird', 'developers.messagebird.com'],
      ['fcm', 'Firebase Cloud Messaging', 'firebase.google.com/docs/cloud-messaging'],
      [
        'apns',
        'Apple Push Notification service',
        'developer.apple.com/documentation/usernotifications',
      ],
      ['onesignal', 'OneSignal', 'documentation.onesignal.com'],
    ],
  },
  {
    category: 'database',
    rows: [
      ['postgres', 'Postgres', 'www.postgresql.org/docs/', 'storage', 'health'],
      ['niledb', 'NileDB', 'www.thenile.dev/docs', 'storage', 'health'],
      ['algolia', 'Algolia', 'www.algolia.com/doc/', 'health'],
      ['elasticsearch', 'Elasticsearch', 'www.elastic.co/docs'],
      ['redis', 'Redis', 'redis.io/docs/latest/'],
    ],
  },
  {
    category: 'support',
    rows: [
      ['intercom', 'Intercom', 'developers.intercom.com', 'health', 'webhook'],
      ['zendesk', 'Zendesk', 'developer.zendesk.com', 'health', 'webhook'],
      ['freshdesk', 'Freshdesk', 'developers.freshdesk.com', 'health', 'webhook'],
      ['linear', 'Linear', 'linear.app/developers', 'health', 'webhook'],
      ['github', 'GitHub', 'docs.github.com/rest', 'health', 'webhook'],
    ],
  },
  {
    category: 'identity',
    rows: [
      ['auth0', 'Auth0', 'auth0.com/docs', 'health'],
      ['okta', 'Okta', 'developer.okta.com/docs', 'health'],
    ],
  },
];
