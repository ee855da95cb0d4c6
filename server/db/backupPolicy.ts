import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from '../base/errorCode.ts';
import { isNile } from './isolation.ts';
import type { Schema } from './schema.ts';
import { utcDates } from './scope.ts';

/** SQLSTATE code of Postgres. */
const duplicateObject = '42710';

/** Tables without a backup, because a full bucket needs no row. */
export const tablesLeftOut = ['rate_buckets'];

const tables = sql`select relname::text as name, oid from pg_class
  where relnamespace = to_regnamespace('support') and relkind in ('r', 'p') and not relispartition`;

/**
 * Lets the owner of the tables read all rows in a transaction of the actor `backup`, because row
 * level security is forced on the owner too. The low role, which serves requests, gains no rights.
 */
export async function allowBackup(db: Kysely<Schema>): Promise<void> {
  if (isNile(db)) {
    throw new ConfigurationError(
      'Backups of this server need row level security. Use the backups of NileDB, or pg_dump.',
      'DATABASE_ISOLATION',
    );
  }
  const { rows } = await sql<{ name: string; exists: boolean }>`
    select name, p.oid is not null as exists from (${tables}) t
    left join pg_policy p on p.polrelid = t.oid and p.polname = 'backup'
    where p.oid is null
      or p.polroles <> array[(select oid from pg_roles where rolname = current_user)]
    order by name`.execute(db);
  for (const { name, exists } of rows) {
    const table = sql.table(`support.${name}`);
    // The tables have a new owner.
    if (exists) await sql`alter policy backup on ${table} to current_user`.execute(db);
    else await createPolicy(db, table);
  }
}

async function createPolicy(db: Kysely<Schema>, table: RawBuilder<unknown>): Promise<void> {
  try {
    await sql`create policy backup on ${table} for select to current_user
      using (support.actor() = 'backup')`.execute(db);
  } catch (error) {
    if (codeOf(error) !== duplicateObject) throw error; // another process created it first
  }
}

/** Starts to read a snapshot of all rows. `trx` must be repeatable read. */
export async function enterBackup(trx: Transaction<Schema>): Promise<void> {
  await sql`select set_config('app.actor', 'backup', true),
    set_config('search_path', 'pg_catalog', true), ${sql.raw(utcDates)},
    set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true),
    set_config('idle_in_transaction_session_timeout', '0', true)`.execute(trx);
}
