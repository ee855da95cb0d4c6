import type { Provider } from '../ask/provider.ts';
import { algolia } from './algolia.ts';
import { amplitude } from './amplitude.ts';
import { auth0 } from './auth0.ts';
import { cloudinary } from './cloudinary.ts';
import { custom, make, zapier } from './custom.ts';
import { customerio } from './customerio.ts';
import { freshdesk } from './freshdesk.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { linear } from './linear.ts';
import { mailgun } from './mailgun.ts';
import { microsoft } from './microsoft.ts';
import { mixpanel } from './mixpanel.ts';
import { okta } from './okta.ts';
import { paypal } from './paypal.ts';
import { pipedrive } from './pipedrive.ts';
import { niledb, postgres } from './postgres.ts';
import { posthog } from './posthog.ts';
import { gcs, s3 } from './s3.ts';
import { salesforce } from './salesforce.ts';
import { segment } from './segment.ts';
import { sendgrid } from './sendgrid.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { ses, smtp } from './smtp.ts';
import { stripe } from './stripe.ts';
import { teams } from './teams.ts';
import { twilio } from './twilio.ts';
import { zendesk } from './zendesk.ts';

/**
 * All external systems with a provider here. Other systems are reported by the host's own backend.
 */
const providers: readonly Provider[] = [
  algolia,
  amplitude,
  custom,
  make,
  zapier,
  auth0,
  cloudinary,
  customerio,
  freshdesk,
  gcs,
  github,
  google,
  hubspot,
  intercom,
  linear,
  mailgun,
  microsoft,
  mixpanel,
  niledb,
  okta,
  paypal,
  pipedrive,
  postgres,
  posthog,
  s3,
  salesforce,
  segment,
  sendgrid,
  ses,
  shopify,
  slack,
  smtp,
  stripe,
  teams,
  twilio,
  zendesk,
];

export function findProvider(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}
