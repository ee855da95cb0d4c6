import { expect, test } from 'vitest';
import { rollUpChecks } from '../../server/queries/checkHistory.ts';
import { claimDue } from '../../server/queries/checks.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { plantIntegration } from './support/integrations.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const query = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);

test('no more due checks are claimed than wanted', async () => {
  const { id: tenantId } = await createTenant(database.kysely);
  await query(`insert into support.integrations (tenant_id, provider, name, category, next_check_at)
    select '${tenantId}', 'custom', n, 'custom', now() from generate_series(1, 500) n`);
  await query('analyze support.integrations');
  const claim = { limit: 8, leaseSeconds: 60 };
  expect(await claimDue(database.kysely, claim)).toHaveLength(8);
  expect(await claimDue(database.kysely, claim)).toHaveLength(8);
});

test('old checks are stored by the hour', async () => {
  const tenant = await createTenant(database.kysely);
  const id = await plantIntegration(database.kysely, tenant.id);
  await query('delete from support.integration_checks');
  await query('delete from support.integration_hours');
  for (const [minutes, passed] of [
    [1, true],
    [2, false],
    [3, true],
  ] as const) {
    await query(`insert into support.integration_checks
      (tenant_id, integration_id, at, passed, response_time) values ('${tenant.id}', '${id}',
      date_trunc('hour', now()) - interval '40 days' + interval '${minutes} minutes', ${passed}, 100)`);
  }
  await rollUpChecks(database.kysely);
  await rollUpChecks(database.kysely);
  expect(
    await query('select checks, failed, response_time from support.integration_hours'),
  ).toEqual([{ checks: 3, failed: 1, response_time: 100 }]);
  expect(await query('select 1 from support.integration_checks')).toEqual([]);
});

test('a month of uptime is reported by day, from single checks and hourly sums', async () => {
  const tenant = await createTenant(database.kysely);
  const id = await plantIntegration(database.kysely, tenant.id);
  await query(`delete from support.integration_checks where integration_id = '${id}'`);
  await query(`delete from support.integration_hours where integration_id = '${id}'`);
  const app = createTestApp(database);
  const page = { key: tenant.publishableKey };
  const uptime = async () => (await call(app, page, getIntegration, { params: { id } })).uptime;
  const nothing = await uptime();
  expect(nothing.uptimePercentage).toBeNull();
  expect(nothing.days).toHaveLength(30);
  expect(nothing.days.every(({ uptimePercentage }) => uptimePercentage === null)).toBe(true);
  const of = `'${tenant.id}', '${id}'`;
  const today = `date_trunc('day', now(), 'UTC')`;
  for (const passed of [true, true, true, false]) {
    await query(`insert into support.integration_checks (tenant_id, integration_id, at, passed)
      values (${of}, ${today} - interval '2 days' + random() * interval '20 hours', ${passed})`);
  }
  await query(`insert into support.integration_hours (tenant_id, integration_id, hour, checks, failed)
    values (${of}, ${today} - interval '29 days', 16, 0), (${of}, ${today} - interval '30 days', 9, 9)`);
  const { uptimePercentage, days } = await uptime();
  expect(uptimePercentage).toBe(95);
  const day = (back: number) =>
    new Date(Date.now() - back * 24 * 3_600_000).toISOString().slice(0, 10);
  expect(days[0]).toEqual({ date: day(29), uptimePercentage: 100 });
  expect(days[27]).toEqual({ date: day(2), uptimePercentage: 75 });
  expect(days[29]).toEqual({ date: day(0), uptimePercentage: null });
});
