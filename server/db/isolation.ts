import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * The strategy that isolates accounts. `rls`: row level security of Postgres. `nile`: NileDB shows
 * a connection only the account in `nile.tenant_id`, and views show a transaction its part of that.
 */
export type Isolation = 'rls' | 'nile';

/** The database of each transaction that `inScope` started on NileDB. */
const databases = new WeakMap<Kysely<Schema>, Kysely<Schema>>();
const known = new WeakMap<Kysely<Schema>, Isolation>();

export function setIsolation<Access extends Kysely<Schema>>(db: Access, isolation: Isolation) {
  known.set(db, isolation);
  return db;
}

/** Marks a transaction on NileDB, so that it has the strategy of its database. */
export function setDatabase<Access extends Kysely<Schema>>(trx: Access, db: Kysely<Schema>) {
  databases.set(trx, db);
  return setIsolation(trx, 'nile');
}

/**
 * Returns the connection for tables without accounts. A NileDB transaction that writes rows of an
 * account cannot write them.
 */
export function sharedTables(trx: Kysely<Schema>): Kysely<Schema> {
  return databases.get(trx) ?? trx;
}

/**
 * Registers an account in NileDB, which only stores rows of registered accounts. It is not part of
 * the transaction, because NileDB changes its own tables separately from those of an account.
 */
export async function provisionAccount(
  trx: Kysely<Schema>,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const db = databases.get(trx);
  if (db === undefined) return;
  await sql`insert into public.tenants (id, name) values (${id}, ${name})
    on conflict (id) do nothing`.execute(db);
}

/** Returns the strategy of a database, or of a transaction that `inScope` started. */
export function isNile(db: Kysely<Schema>): boolean {
  return known.get(db) === 'nile';
}

/** Returns the strategy for an address. Addresses of NileDB are recognized. */
export function isolationFor(databaseUrl: string): Isolation {
  const host = URL.canParse(databaseUrl) ? new URL(databaseUrl).hostname : '';
  return /(^|\.)thenile\.dev$/i.test(host) ? 'nile' : 'rls';
}
