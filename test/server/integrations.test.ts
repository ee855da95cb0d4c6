import { expect, test } from 'vitest';
import { createLiveHub } from '../../server/live/hub.ts';
import { listenForLive } from '../../server/live/listener.ts';
import { listIntegrations } from '../../src/contract/integration.ts';
import {
  removeIntegration,
  reportIntegration,
  upsertIntegration,
} from '../../src/contract/integrationAdmin.ts';
import { getDashboard, getIntegration } from '../../src/contract/integrationDetail.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp, silent } from './support/api.ts';
import { asSuperuser, isNile, openForFile } from './support/database.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();

async function open(deps: Parameters<typeof createTestApp>[1] = {}) {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database, deps);
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const keep = (body: unknown) => call(app, host, upsertIntegration, { body });
  return { app, tenant, host, page, keep };
}

test('a page gets all badges in one request, without secrets', async () => {
  const { app, page, keep } = await open();
  await keep({ provider: 'stripe', credentials: { secret_key: 'sk_live_secret' } });
  await keep({ provider: 'redis' });
  await keep({ provider: 'warehouse', name: 'Our warehouse', category: 'storage' });
  const response = await callFor(app, page, listIntegrations);
  expect(await response.clone().text()).not.toMatch(/sk_live_secret|sealed|credentials/);
  const { integrations } = await call(app, page, listIntegrations);
  expect(integrations.map(({ name }) => name).sort()).toEqual(['Our warehouse', 'Redis', 'Stripe']);
  expect(integrations.find(({ provider }) => provider === 'stripe')).toMatchObject({
    category: 'payment_processor',
    lifecycle: 'active',
    connection: { state: 'disconnected', ever_connected: false },
    health: { state: 'unknown', lastCheck: null, interval: 30, alerts: [] },
    can_reconnect: false,
    docs_url: 'https://docs.stripe.com',
  });
});

test('credentials are sealed in the database', async () => {
  const { tenant, keep } = await open();
  await keep({ provider: 'stripe', credentials: { secret_key: 'sk_live_secret' } });
  const rows = await asSuperuser<{ sealed: string }>(
    database.kysely,
    `select sealed from support.integration_secrets where tenant_id = '${tenant.id}'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed).toMatch(/^t1\./);
  expect(rows[0]?.sealed).not.toContain('sk_live_secret');
});

test('a value that cannot be stored is rejected with its field', async () => {
  const { app, host } = await open();
  const details = async (body: unknown, on = app) =>
    (await apiErrorOf(await callFor(on, host, upsertIntegration, { body }))).details;
  expect(await details({ provider: 'stripe', credentials: {} })).toEqual([
    { field: 'credentials.secret_key', message: 'This field is required.' },
  ]);
  expect(await details({ provider: 'redis', credentials: { url: 'x' } })).toHaveLength(1);
  expect(await details({ provider: 'nobody' })).toMatchObject([{ field: 'category' }]);
  expect(await details({ provider: 'Not an id' })).toMatchObject([{ field: 'provider' }]);
  expect(await details({ provider: 'stripe', base_url: 'javascript:1' })).toHaveLength(1);
  const keyless = createTestApp(database, {
    integrations: createTestIntegrations(database, { vault: undefined }),
  });
  expect(await details({ provider: 'stripe', credentials: { secret_key: 'x' } }, keyless)).toEqual([
    { field: 'credentials', message: 'Cannot be stored: ENCRYPTION_KEYS is not set.' },
  ]);
});

test('equal provider and name mean one integration, and only the given fields change', async () => {
  const { keep, page, app } = await open();
  const first = await keep({ provider: 'redis', sync_frequency: 60 });
  const second = await keep({ provider: 'redis', migrate_url: 'https://valkey.example' });
  expect(second).toMatchObject({ id: first.id, migrate_url: 'https://valkey.example' });
  expect(second.connection.sync_frequency).toBe(60);
  await keep({ provider: 'redis', name: 'Redis of the queue' });
  expect((await call(app, page, listIntegrations)).integrations).toHaveLength(2);
});

test('the host can report the state', async () => {
  const { app, host, page, keep } = await open();
  const { id } = await keep({ provider: 'redis' });
  const params = { id };
  const records = { accounts: 1, contacts: 20, engagements: 300 };
  const reported = await call(app, host, reportIntegration, {
    params,
    body: {
      connection: { state: 'connected', data_synced: records },
      health: { responseTime: 2_500, errorRate: 0 },
      reason: 'Slow since noon.',
      sync: {
        started_at: '2026-03-01T11:59:00Z',
        finished_at: '2026-03-01T12:00:00Z',
        status: 'succeeded',
        records,
      },
    },
  });
  expect(reported).toMatchObject({
    connection: {
      state: 'connected',
      ever_connected: true,
      data_synced: records,
      last_sync: '2026-03-01T12:00:00.000Z',
    },
    health: { state: 'degraded', responseTime: 2_500 },
    reason: 'Slow since noon.',
  });
  const calm = await call(app, host, reportIntegration, { params, body: { reason: null } });
  expect(calm.reason).toBeUndefined();
  expect(calm.health.state).toBe('degraded');
  const detail = await call(app, page, getIntegration, { params });
  expect(detail.sync_log).toMatchObject([{ status: 'succeeded', records }]);
  expect(detail.trends.responseTime).toHaveLength(24);
});

test('the dashboard without integrations has no score, and never NaN', async () => {
  const { app, page, keep, host } = await open();
  const empty = await call(app, page, getDashboard);
  expect(empty.summary).toEqual({
    totalIntegrations: 0,
    activeIntegrations: 0,
    failingIntegrations: 0,
    averageHealthScore: null,
  });
  expect(empty.webhookSeconds).toBeNull();
  expect(empty.performanceTrends.throughput.map(({ value }) => value)).toEqual(Array(24).fill(0));
  const ids = [];
  for (const name of ['a', 'b', 'c']) ids.push((await keep({ provider: 'redis', name })).id);
  for (const [index, state] of ['healthy', 'unhealthy'].entries()) {
    const params = { id: ids[index] ?? '' };
    await call(app, host, reportIntegration, { params, body: { health: { state } } });
  }
  expect((await call(app, page, getDashboard)).summary).toEqual({
    totalIntegrations: 3,
    activeIntegrations: 1,
    failingIntegrations: 1,
    averageHealthScore: 50,
  });
});

test('another tenant can see and change nothing, and a page can change nothing', async () => {
  const mine = await open();
  const theirs = await open();
  const { id } = await mine.keep({ provider: 'redis' });
  const params = { id };
  expect((await call(theirs.app, theirs.page, listIntegrations)).integrations).toEqual([]);
  const status = async (...args: Parameters<typeof callFor>) => (await callFor(...args)).status;
  expect(await status(theirs.app, theirs.page, getIntegration, { params })).toBe(404);
  expect(await status(theirs.app, theirs.host, removeIntegration, { params })).toBe(404);
  const report = { params, body: { reason: 'x' } };
  expect(await status(theirs.app, theirs.host, reportIntegration, report)).toBe(404);
  expect(await status(mine.app, mine.page, reportIntegration, report)).toBe(403);
  expect(await status(mine.app, mine.page, removeIntegration, { params })).toBe(403);
  expect(await status(mine.app, mine.page, getIntegration, { params: { id: 'x' } })).toBe(404);
  expect(await status(mine.app, mine.host, removeIntegration, { params })).toBe(200);
});

test.skipIf(isNile)(
  'every stream of the tenant receives a change, and streams of others do not',
  async () => {
    const live = createLiveHub();
    const listening = await listenForLive(database, live, silent);
    const { tenant, keep } = await open({ live });
    const other = await createTenant(database.kysely);
    const heard: Record<string, unknown[]> = { visitor: [], team: [], stranger: [] };
    live.listen({ tenantId: tenant.id, visitorHash: 'v' }, (event) => heard.visitor?.push(event));
    live.listen({ tenantId: tenant.id }, (event) => heard.team?.push(event));
    live.listen({ tenantId: other.id, visitorHash: 'v' }, (event) => heard.stranger?.push(event));
    const { id } = await keep({ provider: 'redis' });
    const event = { type: 'integration', integration_id: id };
    await until(() => heard.team?.length === 1);
    expect(heard).toEqual({ visitor: [event], team: [event], stranger: [] });
    await listening.stop();
  },
);
