import { createHmac, randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { startEventWorker } from '../../server/webhooks/in/processEvents.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getDashboard, getIntegration } from '../../src/contract/integrationDetail.ts';
import { call } from './support/agent.ts';
import { createTestApp, silent } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const secret = 'signing-secret';

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, { key: tenant.secretKey }, upsertIntegration, {
    body: { provider: 'slack', credentials: { bot_token: 'xoxb', signing_secret: secret } },
  });
  const detail = () => call(app, page, getIntegration, { params: { id } });
  return { tenant, app, page, id, detail };
}

type App = ReturnType<typeof createTestApp>;

async function send(
  app: App,
  path: string,
  event: unknown,
  { key = secret, at = Date.now() }: { key?: string | null; at?: number } = {},
) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const seconds = String(Math.floor(at / 1_000));
  const signed = key && createHmac('sha256', key).update(`v0:${seconds}:${body}`).digest('hex');
  const response = await app.request(`/v1/webhooks/${path}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      ...(signed && { 'X-Slack-Signature': `v0=${signed}`, 'X-Slack-Request-Timestamp': seconds }),
    },
  });
  return [response.status, await response.json()];
}

const event = (id = newId(), type = 'message') => ({
  type: 'event_callback',
  event_id: id,
  event: { type },
});
const success = [200, { status: 'success' }];
const duplicate = [200, { status: 'success', message: 'duplicate event' }];
const rejected = (message: string) => [400, { status: 'error', message }];

function work() {
  const worker = startEventWorker({ db: database.kysely, logger: silent, pollMs: 10 });
  cleanUps.push(() => worker.stop());
}

test('an event is accepted for the integration’s or the tenant’s id, and processed', async () => {
  const { app, page, id, tenant, detail } = await open();
  expect(await send(app, `slack/${id}`, event())).toEqual(success);
  expect(await send(app, `slack/${tenant.id}`, event())).toEqual(success);
  expect((await detail()).webhook_log.map(({ status }) => status)).toEqual(['queued', 'queued']);
  work();
  await until(async () => (await detail()).webhook_log.every((one) => one.status === 'processed'));
  const { webhookSeconds } = await call(app, page, getDashboard);
  expect(webhookSeconds).toBeGreaterThanOrEqual(0);
  expect(webhookSeconds).toBeLessThan(60);
  expect((await detail()).integration.connection).toMatchObject({
    data_synced: { engagements: 2 },
    last_sync: expect.any(String),
  });
});

test('a repeated event is a duplicate, also if both arrive concurrently', async () => {
  const { app, id, detail } = await open();
  const one = event();
  const responses = await Promise.all([1, 2, 3].map(() => send(app, `slack/${id}`, one)));
  expect(
    responses.filter((response) => JSON.stringify(response) === JSON.stringify(success)),
  ).toHaveLength(1);
  expect(await send(app, `slack/${id}`, one)).toEqual(duplicate);
  expect((await detail()).webhook_log).toHaveLength(1);
});

test('an event without a signature, or with a wrong or old one, is rejected', async () => {
  const { app, id, detail } = await open();
  const path = `slack/${id}`;
  expect(await send(app, path, event(), { key: null })).toEqual(rejected(missingSignature));
  expect(await send(app, path, event(), { key: 'other' })).toEqual(rejected(invalidSignature));
  const old = { at: Date.now() - 301_000 };
  expect(await send(app, path, event(), old)).toEqual(rejected(invalidSignature));
  expect((await detail()).webhook_log).toEqual([]);
});

test('an unknown address gets the same response as a wrong signature', async () => {
  const mine = await open();
  const theirs = await open();
  const unknown = await send(mine.app, `slack/${randomUUID()}`, event());
  expect(unknown).toEqual(rejected(invalidSignature));
  expect(await send(mine.app, 'slack/1', event())).toMatchObject([404, {}]);
  expect(await send(mine.app, `redis/${mine.id}`, event())).toMatchObject([404, {}]);
  expect(await send(mine.app, `stripe/${mine.id}`, event())).toEqual(rejected(invalidSignature));
  await send(mine.app, `slack/${mine.id}`, event());
  expect((await theirs.detail()).webhook_log).toEqual([]);
});

test('a challenge is answered, and a body that is too large is not read', async () => {
  const { app, id } = await open();
  const challenge = { type: 'url_verification', challenge: 'abc' };
  expect(await send(app, `slack/${id}`, challenge)).toEqual([200, { challenge: 'abc' }]);
  const large = await send(app, `slack/${id}`, 'x'.repeat(1024 * 1024 + 1));
  expect(large).toMatchObject([413, { error: { code: 'PAYLOAD_TOO_LARGE' } }]);
  // A form can have a mail, which is longer.
  const mail = await app.request(`/v1/webhooks/slack/${id}`, {
    method: 'POST',
    body: `body-plain=${'x'.repeat(1024 * 1024)}`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(mail.status).toBe(400);
});

test('access that was revoked at the provider needs a person', async () => {
  const { app, id, detail } = await open();
  await send(app, `slack/${id}`, event(newId(), 'tokens_revoked'));
  work();
  await until(async () => (await detail()).integration.lifecycle === 'error');
  expect((await detail()).integration).toMatchObject({
    connection: { state: 'error' },
    error_type: 'authentication_error',
    reason: 'The access was revoked at the provider.',
  });
});

test('a burst is acknowledged without loss', async () => {
  const { app, id, detail } = await open();
  work();
  work();
  const responses = await Promise.all(
    Array.from({ length: 60 }, () => send(app, `slack/${id}`, event())),
  );
  expect(responses).toEqual(Array(60).fill(success));
  await until(async () => (await detail()).integration.connection.data_synced.engagements === 60);
});

test('duplicates within a batch are stored once, and an invalid event does not affect the others', async () => {
  const { app, id, detail } = await open();
  const [one, other] = [event(), event('x\u0000y', 'a\u0000b')];
  const responses = await Promise.all(
    [one, other, one, event()].map((each) => send(app, `slack/${id}`, each)),
  );
  const [first, different, second, another] = responses;
  // Either of the two equal events can be stored first; the other one is the duplicate.
  expect([first, second]).toEqual(expect.arrayContaining([success, duplicate]));
  expect([different, another]).toEqual([success, success]);
  expect(await send(app, `slack/${id}`, other)).toEqual(duplicate);
  expect((await detail()).webhook_log.map(({ type }) => type).sort()).toEqual([
    'ab',
    'message',
    'message',
  ]);
});

test('a provider that signs its address signs the public address', async () => {
  const publicUrl = 'https://support.acme.example/';
  const clients = { hubspot: { id: 'h', secret: 'hub-secret' } };
  const integrations = createTestIntegrations(database, { oauth: { publicUrl, clients } });
  const app = createTestApp(database, { integrations });
  const { secretKey } = await createTenant(database.kysely);
  const { id } = await call(app, { key: secretKey }, upsertIntegration, {
    body: { provider: 'hubspot' },
  });
  const body = '[{"eventId":1,"subscriptionId":2,"subscriptionType":"contact.creation"}]';
  const at = String(Date.now());
  const signed = (origin: string) =>
    createHmac('sha256', 'hub-secret')
      .update(`POST${origin}/v1/webhooks/hubspot/${id}${body}${at}`)
      .digest('base64');
  const status = async (origin: string) => {
    const headers = {
      'X-HubSpot-Signature-v3': signed(origin),
      'X-HubSpot-Request-Timestamp': at,
    };
    const path = `/v1/webhooks/hubspot/${id}`;
    return (await app.request(path, { method: 'POST', body, headers })).status;
  };
  expect(await status('http://localhost')).toBe(400);
  expect(await status('https://support.acme.example')).toBe(200);
});
