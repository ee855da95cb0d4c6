import { expect, test } from 'vitest';
import { rollUpChecks } from '../../server/queries/checks.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { plantIntegration } from './support/integrations.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const query = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);

test('old checks are kept by the hour', async () => {
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
