import { expect, test } from 'vitest';
import { rollUpChecks } from '../../server/queries/checkHistory.ts';
import { deleteOldRows } from '../../server/queries/retention.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const query = <Row>(text: string) => asSuperuser<Row>(database.kysely, text);
const countOf = async (table: string) =>
  (await query<{ count: number }>(`select count(*)::integer as count from support.${table}`))[0]
    ?.count;

test('a backlog of many batches is deleted, and newer rows stay', async () => {
  const { id } = await createTenant(database.kysely);
  const keys = (count: number, age: string) =>
    query(`insert into support.idempotency_keys
        (tenant_id, visitor_hash, key, request_hash, created_at)
      select '${id}', 'v', '${age}' || n, 'x', now() - interval '${age}'
      from generate_series(1, ${count}) n`);
  await keys(12_000, '25 hours');
  await keys(3, '23 hours');
  await deleteOldRows(database.kysely);
  expect(await countOf('idempotency_keys')).toBe(3);
});

test('dead jobs are kept for 30 days, and waiting ones forever', async () => {
  const { id } = await createTenant(database.kysely);
  const job = (failed: string) =>
    query(`insert into support.jobs (tenant_id, id, type, payload, run_at, failed_at)
      values ('${id}', gen_random_uuid(), 'x', '{}', now() - interval '1 year', ${failed})`);
  for (const failed of [`now() - interval '31 days'`, `now() - interval '29 days'`, 'null']) {
    await job(failed);
  }
  await deleteOldRows(database.kysely);
  expect(await countOf('jobs')).toBe(2);
});

test('counts of an hour are kept for two days, and those of written answers for a month', async () => {
  const { id } = await createTenant(database.kysely);
  for (const kind of ['written answer', 'notice network'])
    for (const days of [1, 3, 32])
      await query(`insert into support.allowances (tenant_id, kind, subject, window_start, used)
        values ('${id}', '${kind}', 'x', now() - interval '${days} days', 1)`);
  await deleteOldRows(database.kysely);
  expect(
    await query(`select kind, (now()::date - window_start::date) as days
      from support.allowances order by kind, days`),
  ).toEqual([
    { kind: 'notice network', days: 1 },
    { kind: 'written answer', days: 1 },
    { kind: 'written answer', days: 3 },
  ]);
});

test('it stops between two batches when it is aborted', async () => {
  const { id } = await createTenant(database.kysely);
  await query(`insert into support.idempotency_keys
      (tenant_id, visitor_hash, key, request_hash, created_at)
    select '${id}', 'w', n, 'x', now() - interval '2 days' from generate_series(1, 10) n`);
  const before = await countOf('idempotency_keys');
  await deleteOldRows(database.kysely, AbortSignal.abort());
  expect(await countOf('idempotency_keys')).toBe(before);
});

test('checks of one hour that are rolled up in two batches become one hour with its mean time', async () => {
  const { id: tenantId } = await createTenant(database.kysely);
  const [integration] = await query<{ id: string }>(`insert into support.integrations
    (tenant_id, provider, name, category) values ('${tenantId}', 'custom', 'x', 'custom') returning id`);
  await query(`insert into support.integration_checks
      (tenant_id, integration_id, at, passed, response_time)
    select '${tenantId}', '${integration?.id}',
      date_trunc('hour', now() - interval '40 days') + n * interval '100 milliseconds', n % 10 <> 0,
      case when n <= 10000 then 100 else 400 end
    from generate_series(1, 15000) n`);
  await rollUpChecks(database.kysely);
  expect(
    await query('select checks, failed, response_time from support.integration_hours'),
  ).toEqual([{ checks: 15_000, failed: 1_500, response_time: 200 }]);
});
