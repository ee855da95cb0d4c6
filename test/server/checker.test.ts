import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createVault } from '../../server/base/vault.ts';
import { startChecker } from '../../server/checker/checker.ts';
import { placeOf } from '../../server/connections/credentials.ts';
import { checkIntegration, listIntegrations } from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { createDeferred } from '../support/deferred.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { checkDue, createTestIntegrations, testVault } from './support/integrations.ts';
import { type StandIn, type StandInAnswer, startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
let stripe: StandIn;
beforeAll(async () => {
  stripe = await startStandIn();
});
afterAll(() => stripe.close());
const cleanUps: (() => unknown)[] = [];
beforeEach(() => {
  stripe.requests.length = 0;
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await asSuperuser(database.kysely, 'delete from support.jobs');
  await asSuperuser(database.kysely, 'delete from support.integrations');
});

const good = () => ({ status: 200, body: { object: 'balance' } });
const query = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);

async function open(integrations = createTestIntegrations(database, { timeoutMs: 5_000 })) {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
  const app = createTestApp(database, { integrations });
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, host, upsertIntegration, {
    body: { provider: 'stripe', credentials: { secret_key: 'sk_1' }, base_url: stripe.url },
  });
  const params = { id };
  const status = async () => {
    const { integrations: all } = await call(app, page, listIntegrations);
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new Error('The address is gone (410).');
    return found;
  };
  return { app, host, page, params, integrations, status };
}

test('a new integration is checked, and found healthy', async () => {
  stripe.respond(good);
  const { integrations, status, app, page, params } = await open();
  const checker = startChecker({ checks: integrations, logger: silent, pollMs: 10 });
  cleanUps.push(() => checker.stop());
  await until(async () => (await status()).health.state === 'healthy');
  expect(await status()).toMatchObject({
    lifecycle: 'active',
    connection: { state: 'connected', ever_connected: true, error_count: 0 },
    health: { errorRate: 0, interval: 300, alerts: [] },
  });
  const { metrics } = (await status()).health;
  expect(metrics).toMatchObject({ requestsTotal: 1, requestsFailed: 0, uptimePercentage: 100 });
  const { trends } = await call(app, page, getIntegration, { params });
  expect(trends.throughput.at(-1)?.value).toBe(1);
  expect(stripe.requests[0]?.headers.authorization).toBe('Bearer sk_1');
});

test('a requested check returns its result, and a second request right after it reuses the result', async () => {
  stripe.respond(() => ({ status: 401 }));
  const { app, page, params } = await open();
  const found = await call(app, page, checkIntegration, { params });
  expect(found).toMatchObject({
    lifecycle: 'error',
    connection: { state: 'error', error_count: 1 },
    health: { state: 'unhealthy', errorRate: 1, interval: 300 },
    error_type: 'authentication_error',
    reason: 'The service rejected our credentials.',
  });
  expect(found.health.alerts).toMatchObject([
    {
      type: 'connectivity',
      severity: 'high',
      message: 'Health check failed: The service rejected our credentials.',
      resolved: false,
    },
  ]);
  await Promise.all([1, 2, 3].map(() => call(app, page, checkIntegration, { params })));
  expect(stripe.requests).toHaveLength(1);
});

test('a failure of the system is retried once before it counts', async () => {
  let failures = 1;
  stripe.respond(() => (failures-- > 0 ? { status: 503 } : good()));
  const { app, page, params } = await open();
  expect((await call(app, page, checkIntegration, { params })).health.state).toBe('healthy');
  expect(stripe.requests).toHaveLength(2);
});

test('many concurrent requests in two processes cause one check', async () => {
  stripe.respond(good);
  const one = await open();
  const other = createTestApp(database, { integrations: createTestIntegrations(database) });
  const { page, params } = one;
  const responses = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      call(index % 2 === 0 ? one.app : other, page, checkIntegration, { params }),
    ),
  );
  expect(responses.map(({ health }) => health.state)).toEqual(Array(12).fill('healthy'));
  expect(stripe.requests).toHaveLength(1);
});

test('two checkers share the work: each integration is checked once', async () => {
  stripe.respond(good);
  for (let count = 0; count < 6; count++) await open();
  const due = await Promise.all([0, 1].map(() => checkDue(createTestIntegrations(database), 6)));
  expect(due.reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(stripe.requests).toHaveLength(6);
  expect(await checkDue(createTestIntegrations(database), 6)).toBe(0);
});

test('a crashed process does not block checks for long', async () => {
  stripe.respond(good);
  const { integrations } = await open();
  await query(`update support.integrations set checking_until = now() + interval '1 minute'`);
  expect(await checkDue(integrations, 9)).toBe(0);
  await query(`update support.integrations set checking_until = now() - interval '1 second'`);
  expect(await checkDue(integrations, 9)).toBe(1);
});

test('a check needs a visitor’s key and an integration of the same tenant', async () => {
  const { app, page, params } = await open();
  const theirs = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
  const status = async (caller: { key: string; visitor?: string }) =>
    (await callFor(app, caller, checkIntegration, { params })).status;
  expect(await status({ key: page.key })).toBe(401);
  expect(await status({ key: theirs.publishableKey, visitor: newId() })).toBe(404);
  expect(stripe.requests).toEqual([]);
});

test('credentials of an older key are resealed when they are used', async () => {
  stripe.respond(good);
  const { app, page, params } = await open();
  const old = createVault(`old:${randomBytes(32).toString('base64')}`);
  const place = { tenantId: '', integrationId: params.id };
  const [row] = await query(`select tenant_id from support.integrations where id = '${params.id}'`);
  place.tenantId = String(row?.tenant_id);
  const sealed = old.seal('{"secret_key":"sk_old"}', placeOf(place, 'credentials'));
  await query(`update support.integration_secrets set sealed = '${sealed}'`);
  const vault = {
    ...testVault,
    open: (text: string, where: string) =>
      (text.startsWith('old.') ? old : testVault).open(text, where),
  };
  const rotated = createTestApp(database, {
    integrations: createTestIntegrations(database, { vault }),
  });
  await call(rotated, page, checkIntegration, { params });
  expect(stripe.requests[0]?.headers.authorization).toBe('Bearer sk_old');
  const [kept] = await query('select sealed from support.integration_secrets');
  expect(String(kept?.sealed)).toMatch(/^t1\./);
  expect((await call(app, page, listIntegrations)).integrations[0]?.health.state).toBe('healthy');
});

test('the result of old credentials is dropped if new ones were saved in the meantime', async () => {
  const { app, host, page, params, status } = await open();
  const late = createDeferred<StandInAnswer>();
  let isAsked = false;
  stripe.respond(() => {
    isAsked = true;
    return late.promise;
  });
  const checking = call(app, page, checkIntegration, { params });
  await until(() => isAsked);
  await call(app, host, upsertIntegration, {
    body: { provider: 'stripe', credentials: { secret_key: 'sk_2' } },
  });
  stripe.respond(({ headers }) =>
    headers.authorization === 'Bearer sk_2' ? good() : { status: 401 },
  );
  late.resolve({ status: 401 });
  await checking;
  expect((await status()).health.state).toBe('unknown');
  expect((await call(app, page, checkIntegration, { params })).health.state).toBe('healthy');
});
