import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const mode = '(select support.mode())';

/**
 * `chats`: integrations that post to a chat of the team. A visitor's request has to find them, but
 * RLS policies can hide the integration itself from visitors.
 */
const table = `
  create table support.chats (
    tenant_id uuid not null default support.tenant(),
    integration_id uuid not null,
    primary key (tenant_id, integration_id),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );
  alter table support.integrations no force row level security;
  insert into support.chats (tenant_id, integration_id)
    select tenant_id, id from support.integrations
    where provider in ('slack', 'teams') and mode = 'live' and organization_id is null;
  alter table support.integrations force row level security;
`;

const access = restrictAccess('chats', {
  grant: 'select, insert, update, delete',
  policies: {
    read: `for select using (${ofTenant} and ${actor} is not null)`,
    operate: `using (${ofTenant} and ${actor} = 'agent')`,
    mode: `as restrictive using (${mode} is null or ${mode} = 'live')`,
  },
});

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, access]) await sql.raw(script).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table support.chats`.execute(db);
}
