import { expect, test } from 'vitest';
import { openMetrics } from '../../server/start/openMetrics.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { call } from './support/agent.ts';
import { apiErrorOf, createTestApp, draft, get, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { checkDue, createTestIntegrations } from './support/integrations.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const token = 'a token of the tests';

async function open() {
  const metrics = await openMetrics(database.kysely, token);
  if (metrics === undefined) throw new Error('There are none.');
  const app = createTestApp(database, { metrics });
  const read = async () => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await app.request('/metrics', { headers })).text();
  };
  return { app, metrics, read };
}

test('metrics need the right token', async () => {
  expect(await openMetrics(database.kysely, undefined)).toBeUndefined();
  expect((await createTestApp(database).request('/v1/metrics')).status).toBe(404);
  const { app } = await open();
  for (const headers of [{}, { Authorization: 'Bearer ' }, { Authorization: `Bearer ${token}x` }]) {
    const response = await app.request('/v1/metrics', { headers });
    expect(await apiErrorOf(response)).toMatchObject({ status: 401 });
  }
});

test('requests are counted by route, not by address', async () => {
  const { app, read } = await open();
  const tenant = await createTenant(database.kysely);
  const page = { key: tenant.publishableKey, visitor: newId() };
  for (const id of [newId(), newId()]) await get(app, page, `support/tickets/${id}`);
  await app.request('/v1/whatever/comes/to/mind');
  const text = await read();
  const count = 'support_http_request_duration_seconds_count';
  expect(text).toContain(`${count}{method="GET",route="/v1/support/tickets/:id",status="404"} 2`);
  expect(text).toContain(`${count}{method="GET",route="none",status="404"} 1`);
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toContain('comes/to/mind');
});

test('backlogs are counted for all tenants together', async () => {
  const { app, read } = await open();
  const tenant = await createTenant(database.kysely);
  await post(app, { key: tenant.publishableKey, visitor: newId() }, draft);
  await call(app, { key: tenant.secretKey }, upsertIntegration, { body: { provider: 'redis' } });
  const text = await read();
  expect(text).toMatch(/support_jobs\{type="\w+",state="waiting"\} [1-9]/);
  expect(text).toMatch(/support_oldest_job_seconds \d/);
  expect(text).toMatch(/support_integrations\{health="unknown"\} [1-9]/);
  expect(text).not.toContain(tenant.id);
});

test('the duration of jobs and checks is measured, including failed ones', async () => {
  const { metrics } = (await openMetrics(database.kysely, token)) ?? {};
  if (metrics === undefined) throw new Error('There are no metrics.');
  const jobs = metrics.timedJobs({
    good: async () => {},
    bad: async () => {
      throw new Error('No.');
    },
  });
  const job = { id: newId(), tenantId: newId(), type: 'x', payload: {}, attempts: 1, losses: 0 };
  await jobs.good?.(job);
  await expect(jobs.bad?.(job)).rejects.toThrow('No.');
  const tenant = await createTenant(database.kysely);
  const integrations = createTestIntegrations(database);
  const app = createTestApp(database, { integrations });
  const credentials = { secret_key: 'rk_test' };
  const body = { provider: 'stripe', credentials, base_url: 'http://127.0.0.1:9' };
  await call(app, { key: tenant.secretKey }, upsertIntegration, { body });
  await checkDue({ ...integrations, ...metrics.timedChecks(integrations) }, 10);
  const { text, type } = await metrics.read();
  expect(type).toContain('text/plain');
  expect(text).toContain('support_job_duration_seconds_count{type="good",outcome="done"} 1');
  expect(text).toContain('support_job_duration_seconds_count{type="bad",outcome="failed"} 1');
  expect(text).toMatch(/support_probe_duration_seconds_count\{outcome="done"\} [1-9]/);
});
