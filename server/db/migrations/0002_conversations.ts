import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/** Columns that make lists readable from one table, and data for later reports. */
const columns = `
  alter table support.tenants
    add column identity_secrets text[] not null default '{}',
    add column identity_keys jsonb not null default '[]',
    add column require_identity boolean not null default false,
    add column inbound_domain text,
    add column reply_mail_delay integer not null default 60;

  create table support.agents (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null,
    name text not null,
    email text not null,
    primary key (tenant_id, id)
  );
  create unique index on support.agents (tenant_id, lower(email));

  create table support.agent_sessions (
    hash text primary key,
    tenant_id uuid not null default support.tenant(),
    agent_id uuid not null,
    expires_at timestamptz not null,
    foreign key (tenant_id, agent_id) references support.agents on delete cascade
  );

  alter table support.tickets
    add column verified boolean not null default false,
    add column assignee_id uuid,
    add column last_position integer not null default 1,
    add column last_note integer not null default 0,
    add column read_position integer not null default 1,
    add column unread integer not null default 0,
    add column last_author text not null default 'visitor',
    add column last_author_name text,
    add column excerpt text not null default '',
    add column rating jsonb,
    add column first_response_at timestamptz(3),
    add column resolved_at timestamptz(3),
    add column reopened integer not null default 0,
    add column reply_token text,
    add foreign key (tenant_id, assignee_id) references support.agents;
  create index on support.tickets (tenant_id, visitor_hash, updated_at desc, number desc);
  create index on support.tickets (tenant_id, updated_at desc, number desc);
  create unique index on support.tickets (reply_token);

  alter table support.messages
    add column id uuid not null default gen_random_uuid(),
    add column author_name text,
    add column channel text not null default 'widget'
      check (channel in ('widget', 'email', 'agent', 'system')),
    add column change jsonb,
    add column mail_id text,
    add column mail_job uuid;
  create unique index on support.messages (tenant_id, mail_id);
  alter table support.tickets no force row level security;
  alter table support.messages no force row level security;
  update support.tickets set excerpt = (
    select left(body, 140) from support.messages
    where messages.tenant_id = tickets.tenant_id and ticket_id = tickets.id and position = 1);
  alter table support.tickets force row level security;
  alter table support.messages force row level security;

  alter table support.messages
    drop constraint messages_tenant_id_ticket_id_visitor_hash_fkey,
    add foreign key (tenant_id, ticket_id, visitor_hash)
      references support.tickets (tenant_id, id, visitor_hash)
      on delete cascade on update cascade;
`;

/**
 * Policies that decide who can change a ticket, write into its conversation, and move it to another
 * visitor.
 */
const access = `
  create function support.claimant() returns text language sql stable
    return nullif(current_setting('app.claimant', true), '');

  grant update on support.tickets to support_app;
  create policy change on support.tickets for update using (tenant_id = support.tenant() and (
    support.actor() in ('agent', 'worker')
    or (support.actor() = 'visitor' and visitor_hash = support.visitor())));
  create policy claim_read on support.tickets for select using (tenant_id = support.tenant()
    and support.actor() = 'claim' and visitor_hash in (support.visitor(), support.claimant()));
  create policy claim on support.tickets for update
    using (tenant_id = support.tenant() and support.actor() = 'claim'
      and visitor_hash = support.visitor())
    with check (tenant_id = support.tenant() and support.actor() = 'claim'
      and visitor_hash = support.claimant());

  create policy mail_read on support.tickets for select using (
    support.actor() = 'mail' and reply_token = support.key_hash());

  drop policy write on support.messages;
  create policy write on support.messages for insert with check (tenant_id = support.tenant() and (
    (support.actor() = 'visitor' and visitor_hash = support.visitor()
      and author in ('visitor', 'system') and not internal)
    or (support.actor() = 'agent' and author in ('agent', 'system'))
    or (support.actor() = 'worker' and author in ('visitor', 'system') and not internal)));
  grant update (mail_id, mail_job) on support.messages to support_app;
  create policy name_mail on support.messages for update
    using (tenant_id = support.tenant() and support.actor() = 'worker');

  drop policy own on support.idempotency_keys;
  create policy own on support.idempotency_keys using (tenant_id = support.tenant()
    and support.actor() in ('visitor', 'agent') and visitor_hash = support.visitor());
`;

/** Adds conversations, agents with their sessions, and verified visitors. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
  await sql.raw(access).execute(db);
  const walls = [
    restrictAccess('agents', {
      grant: 'select, insert, update',
      policies: {
        read: `for select using (tenant_id = support.tenant()
          and support.actor() in ('agent', 'worker', 'operator', 'auth'))`,
        operate: `using (tenant_id = support.tenant() and support.actor() in ('agent', 'operator'))`,
        authenticate: `for select using (support.actor() = 'auth'
          and id in (select agent_id from support.agent_sessions))`,
      },
    }),
    restrictAccess('agent_sessions', {
      grant: 'select, insert, delete',
      policies: {
        authenticate: `for select using (support.actor() = 'auth' and hash = support.key_hash())`,
        open: `for insert with check (tenant_id = support.tenant() and support.actor() = 'agent')`,
        forget: `for delete using (support.actor() = 'worker')`,
        find: `for select using (support.actor() = 'worker')`,
      },
    }),
  ];
  await sql.raw(walls.join(';\n')).execute(db);
  // A session identifies its tenant, like a key does.
  await sql
    .raw(`drop policy read on support.tenants;
      create policy read on support.tenants for select using (id = support.tenant()
        or (support.actor() = 'auth' and id in (
          select tenant_id from support.api_keys union select tenant_id from support.agent_sessions)))`)
    .execute(db);
}
