import { type Kysely, sql } from 'kysely';
import { access } from './0001_access.ts';
import { tables } from './0001_tables.ts';
import { wall } from './wall.ts';

/** The low role is made before any migration. */
const schema = 'create schema support; grant usage on schema support to support_app';

/**
 * Row level security isolates tenants and visitors from each other. Every table has it forced,
 * and every policy asks for settings of the running transaction: without them nothing is seen and
 * nothing can be written. `nullif`: a setting that a past transaction had set reads as ''.
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
    .map(([table, rules]) => wall(table, rules))
    .join(';\n');
  for (const script of [schema, functions, tables, walls]) {
    await sql.raw(script).execute(db);
  }
}
