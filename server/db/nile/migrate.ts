import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { ConfigurationError } from '../../../src/errors.ts';
import { codeOf } from '../../base/errorCode.ts';
import { nileMigration, nileSchema } from '../migrations/nile.ts';
import type { Schema } from '../schema.ts';
import { seen } from './text.ts';

/** SQLSTATE code of Postgres. */
const duplicateSchema = '42P06';
const uniqueViolation = '23505';

/**
 * Creates the tables in an empty database. If another process was faster, it uses those. `names`:
 * all migrations, which the tables include.
 *
 * @throws ConfigurationError for tables of another version
 */
export async function migrateNile(db: Kysely<Schema>, names: readonly string[]): Promise<void> {
  if (names.at(-1) !== nileMigration)
    throw new Error(`migrations/nile.ts ends at ${nileMigration}.`);
  if (!(await hasTables(db))) await makeTables(db, names);
  const { rows } = await sql<{ name: string }>`
    select name from support_migrations.kysely_migration`.execute(db);
  const done = rows.map(({ name }) => name);
  if (names.length === done.length && names.every((name) => done.includes(name))) return;
  throw new ConfigurationError(
    `The tables in NileDB are of another version of the server (${done.toSorted().at(-1)}), and cannot be upgraded. Start that version.`,
    'DATABASE_URL',
  );
}

async function hasTables(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('support_migrations.kysely_migration') is not null as exists`.execute(db);
  return rows[0]?.exists === true;
}

async function makeTables(db: Kysely<Schema>, names: readonly string[]): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      await sql.raw(nileSchema).execute(trx);
      await sql`create schema support_migrations`.execute(trx);
      await sql`create table support_migrations.kysely_migration
        (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(trx);
      await sql`insert into support_migrations.kysely_migration (name, timestamp)
        select name, now()::text from unnest(${[...names]}::text[]) as list (name)`.execute(trx);
    });
  } catch (error) {
    // Another process was faster.
    const code = codeOf(error);
    if ((code !== duplicateSchema && code !== uniqueViolation) || !(await hasTables(db)))
      throw error;
  }
}

/**
 * Verifies that the database isolates accounts from each other. Before the first account there is
 * nothing to verify.
 *
 * @throws ConfigurationError if `nile.tenant_id` hides nothing. Then the server must not start.
 */
export async function proveNile(db: Kysely<Schema>): Promise<void> {
  const count = sql<{ accounts: number; keys: number }>`select
    (select count(*)::integer from support.tenants) as accounts,
    (select count(*)::integer from support.api_keys) as keys`;
  await db.transaction().execute(async (trx) => {
    const all = (await count.execute(trx)).rows[0]?.accounts ?? 0;
    await sql`set local nile.tenant_id = ${sql.lit(randomUUID())}`.execute(trx);
    const { accounts = 0, keys = 0 } = (await count.execute(trx)).rows[0] ?? {};
    if (all === 0 || accounts + keys === 0) return;
    throw new ConfigurationError(
      'nile.tenant_id does not isolate accounts. DATABASE_ISOLATION=nile is only for NileDB: on any other Postgres, remove it. The server does not start.',
      'DATABASE_ISOLATION',
    );
  });
  const { rows } = await sql<{ missing: number }>`
    select count(*)::integer as missing from pg_class t
    where t.relnamespace = 'support'::regnamespace and t.relkind in ('r', 'p')
      and not exists (select from pg_class v where v.relname = t.relname and v.relkind = 'v'
        and v.relnamespace = ${seen}::regnamespace)`.execute(db);
  if (rows[0]?.missing !== 0) throw new Error('A table has no view.');
}
