import { expect, test } from 'vitest';
import { proveIsolation } from '../../server/db/canary.ts';
import { asSuperuser, openForFile } from './support/database.ts';

const database = openForFile();

test('the canary passes, leaves no rows, and fails if a policy does not work', async () => {
  await proveIsolation(database.kysely);
  expect(
    await asSuperuser(database.kysely, `select 1 from support.tenants where name = 'Canary'`),
  ).toEqual([]);
  await asSuperuser(database.kysely, 'alter table support.jobs no force row level security');
  await expect(proveIsolation(database.kysely)).rejects.toThrow('it is not forced on jobs');
  await asSuperuser(database.kysely, 'alter table support.jobs force row level security');
  await asSuperuser(
    database.kysely,
    'create policy hole on support.tenants for select using (true)',
  );
  await expect(proveIsolation(database.kysely)).rejects.toThrow(
    'a row of another tenant can be read',
  );
  await asSuperuser(database.kysely, 'drop policy hole on support.tenants');
  await proveIsolation(database.kysely);
});
