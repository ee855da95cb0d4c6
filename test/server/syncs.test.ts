import { expect, test } from 'vitest';
import { endOverdueSyncs } from '../../server/queries/syncs.ts';
import { disconnectIntegration } from '../../src/contract/connect.ts';
import { reportIntegration, upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { listSyncLogs, syncIntegration } from '../../src/contract/sync.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function open({ listens = true, provider = 'salesforce' } = {}) {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
  const integrations = createTestIntegrations(database);
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, host, upsertIntegration, { body: { provider } });
  const params = { id };
  const report = (body: unknown) => call(app, host, reportIntegration, { params, body });
  await report({ connection: { state: 'connected' }, health: { state: 'healthy' } });
  if (listens) {
    const body = { url: 'https://host.example/hook', events: ['integration.sync_requested'] };
    await call(app, host, createWebhook, { body });
  }
  const sync = () => callFor(app, page, syncIntegration, { params });
  const logs = (query: Record<string, string> = {}) => call(app, page, listSyncLogs, { query });
  const status = async () =>
    (await call(app, page, getIntegration, { params })).integration.connection;
  const asked = async () =>
    (
      await asSuperuser<{ event: string }>(
        database.kysely,
        `select payload->>'event' as event from support.jobs
         where tenant_id = '${tenant.id}' and type = 'fan_out_event'`,
      )
    ).map(({ event }) => JSON.parse(event));
  return { tenant, app, host, page, id, report, sync, logs, status, asked };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const ended = (status: string, message?: string) => ({
  started_at: minutesAgo(2),
  finished_at: minutesAgo(1),
  status,
  records: { accounts: 1, contacts: 20, engagements: 300 },
  ...(message && { message }),
});

test('the host’s backend is notified once, and reports the result', async () => {
  const { id, sync, logs, status, asked, report } = await open();
  const responses = await Promise.all([sync(), sync()]);
  expect(responses.map((response) => response.status)).toEqual([200, 200]);
  expect(await asked()).toMatchObject([
    { type: 'integration.sync_requested', data: { integration_id: id, provider: 'salesforce' } },
  ]);
  expect(await status()).toMatchObject({ state: 'syncing', last_sync: null });
  expect((await logs()).sync_logs).toMatchObject([
    { integration_id: id, status: 'running', finished_at: null },
  ]);
  await report({ sync: ended('succeeded') });
  expect(await status()).toMatchObject({ state: 'connected', last_sync: expect.any(String) });
  const { sync_logs } = await logs();
  expect(sync_logs).toMatchObject([{ status: 'succeeded', records: { contacts: 20 } }]);
});

test('a sync without a report has failed after an hour', async () => {
  const { sync, logs, status, id } = await open();
  await sync();
  await endOverdueSyncs(database.kysely);
  expect((await status()).state).toBe('syncing');
  await asSuperuser(
    database.kysely,
    `update support.integration_syncs set started_at = now() - interval '61 minutes'
     where integration_id = '${id}'`,
  );
  await endOverdueSyncs(database.kysely);
  expect((await status()).state).toBe('connected');
  expect((await logs()).sync_logs).toMatchObject([
    { status: 'failed', message: 'No result was reported in time.' },
  ]);
  expect((await sync()).status).toBe(200);
  expect((await status()).state).toBe('syncing');
});

test('a failed sync keeps the last synced data', async () => {
  const { report, sync, status, logs } = await open();
  await report({ sync: ended('succeeded') });
  const { last_sync } = await status();
  await sync();
  await report({ sync: ended('failed', 'Too many rows.') });
  expect(await status()).toMatchObject({ state: 'connected', last_sync });
  expect((await logs({ status: 'failed' })).sync_logs).toMatchObject([
    { message: 'Too many rows.' },
  ]);
});

test('without a webhook and a check, the reply says so', async () => {
  const { sync, status, logs } = await open({ listens: false });
  expect(await apiErrorOf(await sync())).toMatchObject({ status: 409, code: 'NOT_SYNCABLE' });
  expect((await status()).state).toBe('connected');
  expect((await logs()).sync_logs).toEqual([]);
});

test('without a webhook, the connection is checked', async () => {
  const { app, host, page, id, sync } = await open({ listens: false, provider: 'stripe' });
  const body = {
    provider: 'stripe',
    credentials: { secret_key: 'rk_test' },
    base_url: 'http://127.0.0.1:9',
  };
  await call(app, host, upsertIntegration, { body });
  await asSuperuser(
    database.kysely,
    `update support.integrations set last_check = null where id = '${id}'`,
  );
  const response = await sync();
  expect(response.status).toBe(200);
  expect((await response.json()).data).toMatchObject({
    requested: 'test',
    integration: { health: { state: 'unhealthy' } },
  });
  await call(app, page, disconnectIntegration, { params: { id } });
  expect(await apiErrorOf(await sync())).toMatchObject({
    status: 409,
    message: 'The integration is not connected. Connect it first.',
  });
});

test('the log can be read page by page, for one or all integrations, and only of this tenant', async () => {
  const { app, host, id, report, logs } = await open();
  const other = await open();
  await other.report({ sync: ended('succeeded') });
  const body = { provider: 'hubspot' };
  const second = await call(app, host, upsertIntegration, { body });
  for (let index = 0; index < 5; index++) await report({ sync: ended('succeeded', `${index}`) });
  const params = { id: second.id };
  await call(app, host, reportIntegration, { params, body: { sync: ended('failed') } });
  expect((await logs()).sync_logs).toHaveLength(6);
  expect((await logs({ integration_id: second.id })).sync_logs).toHaveLength(1);
  const seen: string[] = [];
  let cursor: string | null = '';
  do {
    const more: Record<string, string> = cursor ? { cursor } : {};
    const page = await logs({ integration_id: id, limit: '2', ...more });
    seen.push(...page.sync_logs.map((one) => one.id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
  const rejected = async (query: Record<string, string>) =>
    (await callFor(app, host, listSyncLogs, { query })).status;
  expect(await rejected({ integration_id: other.id })).toBe(404);
  expect(await rejected({ cursor: 'x' })).toBe(422);
  expect(await rejected({ limit: '0' })).toBe(422);
  expect(await rejected({ limit: '101' })).toBe(422);
});

test('by default only a verified visitor can request a sync', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const params = { id: newId() };
  const response = await callFor(app, { key, visitor: newId() }, syncIntegration, { params });
  expect(await apiErrorOf(response)).toMatchObject({ code: 'IDENTITY_REQUIRED' });
});
