import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const table = `
  create table support.canned_replies (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    name text not null,
    shortcut text not null,
    text text not null,
    updated_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, shortcut)
  );
`;

const access = restrictAccess('canned_replies', {
  grant: 'select, insert, update, delete',
  policies: {
    operate: `using (tenant_id = (select support.tenant()) and (select support.actor()) = 'agent')`,
  },
});

/** Adds texts that agents can insert into their replies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, access]) await sql.raw(script).execute(db);
}
