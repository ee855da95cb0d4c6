import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { claimJobs } from '../../server/queue/claim.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { checkIntegration, listIntegrations } from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { listDeadJobs, retryDeadJob } from '../../src/contract/job.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { checkDue, createTestIntegrations } from './support/integrations.ts';
import { openQueue } from './support/jobs.ts';
import { type StandIn, startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const { rows, clear } = openQueue(database);
let stripe: StandIn;
beforeAll(async () => {
  stripe = await startStandIn();
  stripe.respond(() => ({ status: 200, body: { object: 'balance' } }));
});
afterAll(() => stripe.close());
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop()));
  await clear();
});

const sqlOf = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);

function work(ping: () => Promise<void>, options = {}) {
  const times = { pollMs: 5, retryMs: 1, graceMs: 0 };
  started.push(
    startWorker({ db: database.kysely, handlers: { ping }, logger: silent, ...times, ...options }),
  );
}

/** A job of a new account whose process ends twice during it, so that it becomes dead. */
async function giveUp(app = createTestApp(database)) {
  const tenant = await createTenant(database.kysely);
  await sqlOf(`insert into support.jobs (tenant_id, id, type, payload)
    values ('${tenant.id}', gen_random_uuid(), 'ping', '{"ticketId":"t1"}')`);
  const claim = { types: ['ping'], limit: 1, leaseMs: 0 };
  for (let ended = 0; ended < 2; ended++) await claimJobs(database.kysely, claim);
  work(() => Promise.reject(new Error('Not reached.')));
  await until(async () => (await rows()).every(({ failed_at }) => failed_at !== null));
  await Promise.all(started.splice(0).map((worker) => worker.stop()));
  return { app, team: { key: tenant.secretKey } };
}

test('the team sees dead jobs with the reason, and can queue them again', async () => {
  const { app, team } = await giveUp();
  const { jobs } = await call(app, team, listDeadJobs);
  expect(jobs).toMatchObject([
    { type: 'ping', payload: { ticketId: 't1' }, error: 'ProcessEndedTwice' },
  ]);
  expect((await call(app, team, listDeadJobs, { query: { type: 'pong' } })).jobs).toEqual([]);
  const params = { id: jobs[0]?.id ?? '' };
  expect(await call(app, team, retryDeadJob, { params })).toEqual({ queued: true });
  let runs = 0;
  work(async () => void runs++);
  await until(async () => (await rows()).length === 0);
  expect(runs).toBe(1);
});

test('another account and a visitor’s key see none of them', async () => {
  const { app, team } = await giveUp();
  const { jobs } = await call(app, team, listDeadJobs);
  const params = { id: jobs[0]?.id ?? '' };
  const theirs = await createTenant(database.kysely);
  expect((await call(app, { key: theirs.secretKey }, listDeadJobs)).jobs).toEqual([]);
  const attempt = (key: string, id: string) =>
    callFor(app, { key }, retryDeadJob, { params: { id } });
  expect(await apiErrorOf(await attempt(theirs.secretKey, params.id))).toMatchObject({
    status: 404,
  });
  expect((await attempt(theirs.publishableKey, params.id)).status).toBe(403);
  expect((await attempt(theirs.secretKey, 'x')).status).toBe(404);
  expect(await rows()).toMatchObject([{ last_error: 'ProcessEndedTwice' }]);
});

test('a job that never ends releases its slot', async () => {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
  for (const n of [1, 2]) {
    await sqlOf(`insert into support.jobs (tenant_id, id, type, payload)
      values ('${tenant.id}', gen_random_uuid(), 'ping', '{"n":"${n}"}')`);
  }
  let runs = 0;
  const hang = () => new Promise<void>(() => void runs++);
  work(hang, { concurrency: 1, timeoutMs: 20, maxAttempts: 1 });
  await until(async () => (await rows()).every(({ failed_at }) => failed_at !== null));
  expect(runs).toBe(2);
  expect(await rows()).toMatchObject([{ last_error: 'JobTimeout' }, { last_error: 'JobTimeout' }]);
});

async function openIntegration() {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
  const integrations = createTestIntegrations(database);
  const app = createTestApp(database, { integrations });
  const team = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const save = () =>
    call(app, team, upsertIntegration, {
      body: { provider: 'stripe', credentials: { secret_key: 'sk_1' }, base_url: stripe.url },
    });
  const { id } = await save();
  const status = async () => {
    const { integrations: all } = await call(app, page, listIntegrations);
    return all.find((one) => one.id === id);
  };
  const endDuring = () =>
    sqlOf(`update support.integrations
      set checking_until = now() - interval '1 second', next_check_at = now() - interval '1 second' where id = '${id}'`);
  return { app, page, params: { id }, integrations, save, status, endDuring };
}

test('an integration is not checked any more after two processes ended during its checks', async () => {
  const { app, page, params, integrations, save, status, endDuring } = await openIntegration();
  await integrations.claim(1);
  await endDuring();
  await integrations.claim(1);
  await endDuring();
  stripe.requests.length = 0;
  expect(await checkDue(integrations, 9)).toBe(1);
  expect(stripe.requests).toEqual([]);
  expect(await status()).toMatchObject({
    error_type: 'configuration_error',
    reason: expect.stringContaining('Save its credentials again'),
    health: { alerts: [{ type: 'connectivity' }] },
  });
  await sqlOf(`update support.integrations set next_check_at = next_check_at - interval '1 day'`);
  expect(await checkDue(integrations, 9)).toBe(0);
  await call(app, page, checkIntegration, { params });
  expect(stripe.requests).toEqual([]);
  await save();
  expect(await checkDue(integrations, 9)).toBe(1);
  expect(stripe.requests).toHaveLength(1);
  expect((await status())?.health.state).toBe('healthy');
});

test('one process that ended during a check has no consequence', async () => {
  const { integrations, endDuring, status } = await openIntegration();
  for (let round = 0; round < 3; round++) {
    await integrations.claim(1);
    await endDuring();
    expect(await checkDue(integrations, 1)).toBe(1);
    await sqlOf(`update support.integrations set next_check_at = now() - interval '1 second'`);
  }
  expect((await status())?.health.state).toBe('healthy');
});
