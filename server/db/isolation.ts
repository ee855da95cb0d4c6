import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * The strategy that keeps accounts apart. `rls`: row level security of Postgres. `nile`: NileDB shows a
 * connection the account that `nile.tenant_id` names, and views show a transaction its part of that.
 */
export type Isolation = 'rls' | 'nile';

/** The database of each transaction that `inScope` began on NileDB. */
const databases = new WeakMap<Kysely<Schema>, Kysely<Schema>>();
const known = new WeakMap<Kysely<Schema>, Isolation>();

export function setIsolation<Access extends Kysely<Schema>>(db: Access, isolation: Isolation) {
  known.set(db, isolation);
  return db;
}

/** A transaction on NileDB: of the same strategy as its database. */
export function setDatabase<Access extends Kysely<Schema>>(trx: Access, db: Kysely<Schema>) {
  databases.set(trx, db);
  return setIsolation(trx, 'nile');
}

/** For tables without accounts, which a transaction of NileDB that writes rows of an account cannot write. */
export function sharedTables(trx: Kysely<Schema>): Kysely<Schema> {
  return databases.get(trx) ?? trx;
}

/**
 * Makes an account known to NileDB, which stores rows of known accounts alone. It is no part of the
 * transaction: NileDB changes its own tables apart from those of an account.
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

/** The strategy of a database, or of a transaction that `inScope` began. */
export function isNile(db: Kysely<Schema>): boolean {
  return known.get(db) === 'nile';
}

/** The strategy for an address; NileDB's own is recognized. */
export function isolationFor(databaseUrl: string): Isolation {
  const host = URL.canParse(databaseUrl) ? new URL(databaseUrl).hostname : '';
  return /(^|\.)thenile\.dev$/i.test(host) ? 'nile' : 'rls';
}
