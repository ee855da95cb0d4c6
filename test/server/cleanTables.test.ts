import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanGrownTables } from '../../server/db/cleanTables.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const { signal } = new AbortController();

async function rowsOf(table: string) {
  const { rows } = await sql<{ pages: number; tuples: number }>`
    select relpages as pages, reltuples::integer as tuples from pg_class
    where oid = ${`support.${table}`}::regclass`.execute(database.kysely);
  return rows[0];
}

test('a table that has grown gets new statistics, and space of deleted rows is used again', async () => {
  const { id } = await createTenant(database.kysely);
  const add = (from: number) =>
    asSuperuser(
      database.kysely,
      `insert into support.rate_buckets (tenant_id, subject, full_at, granted)
       select '${id}', 'subject ' || n, now(), 1 from generate_series(${from}, ${from + 4_999}) n`,
    );
  await add(1);
  await cleanGrownTables(database.kysely, signal);
  const full = await rowsOf('rate_buckets');
  expect(full?.tuples).toBe(5_000);
  for (const from of [5_001, 10_001, 15_001]) {
    await asSuperuser(database.kysely, 'delete from support.rate_buckets');
    await add(from);
    await cleanGrownTables(database.kysely, signal);
  }
  expect((await rowsOf('rate_buckets'))?.pages).toBeLessThan(3 * (full?.pages ?? 0));
});

test('a table that has not grown is left alone', async () => {
  await cleanGrownTables(database.kysely, signal);
  const read = () =>
    sql<{ last: Date | null }>`select xmin::text as last from pg_class
    where relnamespace = 'support'::regnamespace order by oid`.execute(database.kysely);
  const before = await read();
  await cleanGrownTables(database.kysely, signal);
  expect((await read()).rows).toEqual(before.rows);
});
