import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('no input causes a server error', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const header = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);
  const paths = ['slack', 'stripe', 'mailgun', 'sendgrid', 'hubspot', 'salesforce', 'custom'];
  for (const provider of paths) {
    await asSuperuser(
      database.kysely,
      `insert into support.integrations (tenant_id, provider, name, category)
       values ('${tenant.id}', '${provider}', '${provider}', 'crm')`,
    );
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      fc.array(header, { minLength: 3, maxLength: 3 }),
      async (provider, body, [one = '', two = '', three = '']) => {
        const response = await app.request(`/v1/webhooks/${provider}/${tenant.id}`, {
          method: 'POST',
          body,
          headers: {
            'X-Slack-Signature': one,
            'X-Slack-Request-Timestamp': two,
            'Stripe-Signature': one,
            'X-Twilio-Email-Event-Webhook-Signature': one,
            'X-Twilio-Email-Event-Webhook-Timestamp': two,
            'X-HubSpot-Signature-v3': one,
            'X-HubSpot-Request-Timestamp': two,
            'X-SFMC-ENS-Signature': one,
            'webhook-id': one,
            'webhook-timestamp': two,
            'webhook-signature': three,
          },
        });
        expect(response.status).toBe(400);
      },
    ),
    { numRuns: 300 },
  );
});
