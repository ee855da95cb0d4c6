import { type Kysely, sql } from 'kysely';
import { access } from './0001_access.ts';
import { tables } from './0001_tables.ts';
import { restrictAccess } from './restrictAccess.ts';

/** The low role is created before the migrations. */
const schema = 'create schema support; grant usage on schema support to support_app';

/**
 * Row level security isolates tenants and visitors from each other. It is forced on every table,
 * and every policy reads settings of the running transaction: without them, no row can be read or
 * written. `nullif`: a setting of an earlier transaction reads as ''.
 */
const functions = `
  create function support.tenant() returns uuid language sql stable
    return nullif(current_setting('app.tenant_id', true), '')::uuid;
  create function support.actor() returns text language sql stable
    return nullif(current_setting('app.actor', true), '');
  create function support.visitor() returns text language sql stable
    return nullif(current_setting('app.visitor', true), '');
  create function support.key_hash() returns text language sql stable
    return nullif(current_setting('app.key_hash', true), '');
`;

/** Tenants, keys, tickets with their messages, jobs and idempotency keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = Object.entries(access)
    .map(([table, rules]) => restrictAccess(table, rules))
    .join(';\n');
  for (const script of [schema, functions, tables, walls]) {
    await sql.raw(script).execute(db);
  }
}
