import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Backend, createBackend } from '../../server/start/backend.ts';
import { WebhookPayload } from '../../src/contract/webhook.ts';
import { silent } from './support/api.ts';
import { createOwnPostgres, isPostgres } from './support/database.ts';
import { connectAll, recover, webhookSecret } from './support/recovery.ts';
import { openSurroundings } from './support/surroundings.ts';
import { until } from './support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'support-recovery-'));
const backends: Backend[] = [];
let around: Awaited<ReturnType<typeof openSurroundings>>;

beforeAll(async () => {
  around = await openSurroundings();
  const databaseUrl = isPostgres ? await createOwnPostgres() : undefined;
  // On Postgres, a second process also checks and notifies. Each notification is sent by one of
  // them.
  for (let process = 0; process < (isPostgres ? 2 : 1); process++) {
    backends.push(
      await createBackend({
        folder: join(folder, 'db'),
        databaseUrl,
        attachmentSecret: 'x'.repeat(32),
        encryptionKeys: `r1:${Buffer.alloc(32, 1).toString('base64')}`,
        allowPrivateWebhooks: true,
        oauth: around.oauth,
        smtpUrl: around.smtp.url,
        logger: silent,
        rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
      }),
    );
  }
});
afterAll(async () => {
  for (const backend of backends) {
    backend.endStreams();
    await backend.close();
  }
  await around.close();
  rmSync(folder, { recursive: true });
});

/** Returns the webhook events after verifying their signature. */
function notices(): z.infer<typeof WebhookPayload>[] {
  return around.receiver.requests.map(({ body, headers }) => {
    const strings = z.parse(z.record(z.string(), z.string()), {
      'webhook-id': headers['webhook-id'],
      'webhook-timestamp': headers['webhook-timestamp'],
      'webhook-signature': headers['webhook-signature'],
    });
    return z.parse(WebhookPayload, new Webhook(webhookSecret).verify(body, strings));
  });
}

test('from a rejected token to the green badge, each step is reported once', async () => {
  const [backend] = backends;
  if (backend === undefined) throw new Error('It did not start.');
  const connected = await connectAll(backend, around);
  const { id, status, events } = connected;
  around.receiver.requests.length = 0;

  const times = await recover(around, connected);

  for (const time of Object.values(times)) expect(time).toBeGreaterThanOrEqual(0);
  expect(await status()).toMatchObject({
    lifecycle: 'active',
    connection: { state: 'connected', error_count: 0 },
    health: { state: 'healthy', alerts: [] },
  });
  // The page has received the failure and the recovery without polling.
  expect(events.length).toBeGreaterThanOrEqual(2);
  for (const event of events) expect(event).toEqual({ type: 'integration', integration_id: id });

  const of = (type: string) =>
    notices()
      .filter((event) => event.type === type)
      .map(({ data }) => data);
  await until(() => around.smtp.mails.length >= 2 && of('integration.alert_resolved').length > 0);
  const titles = ['HubSpot is working again', 'HubSpot needs attention'];
  expect(around.smtp.mails.map(({ email }) => email.subject).sort()).toEqual(titles);
  const posts = () => around.slack.requests.filter(({ path }) => path === '/chat.postMessage');
  await until(() => posts().length >= 2);
  expect(
    posts()
      .map(({ body }) => JSON.parse(body).text)
      .sort(),
  ).toEqual(titles);
  expect(around.smtp.mails[0]?.to).toEqual(['team@acme.example']);

  const all = notices();
  expect(new Set(all.map((event) => event.id)).size).toBe(all.length);
  expect(of('integration.alert_raised')).toMatchObject([
    { integration_id: id, provider: 'hubspot', type: 'connectivity', severity: 'high' },
  ]);
  expect(of('integration.alert_resolved')).toMatchObject([{ integration_id: id }]);
  expect(of('integration.status_changed').map(({ health }) => health)).toEqual(
    expect.arrayContaining(['unhealthy', 'healthy']),
  );
  expect(of('integration.status_changed')).toContainEqual(
    expect.objectContaining({ lifecycle: 'error', error_type: 'authentication_error' }),
  );
});
