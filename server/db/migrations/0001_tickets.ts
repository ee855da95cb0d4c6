import { type Kysely, sql } from 'kysely';
import { access } from './0001_access.ts';
import { tables } from './0001_tables.ts';
import { wall } from './wall.ts';

/**
 * Row level security is the wall between tenants and between visitors. Every table has it forced,
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

/** Roles belong to the whole cluster: it may be there already, or be made by two migrations at once. */
const role = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'support_app') then
      create role support_app nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, 'support_app', 'MEMBER') then
      execute format('grant support_app to %I', current_user);
    end if;
  end $$;
  grant usage on schema support to support_app;
`;

/** Tenants, keys, tickets with their messages, jobs and idempotency keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = Object.entries(access)
    .map(([table, rules]) => wall(table, rules))
    .join(';\n');
  for (const script of ['create schema support', functions, role, tables, walls]) {
    await sql.raw(script).execute(db);
  }
}
