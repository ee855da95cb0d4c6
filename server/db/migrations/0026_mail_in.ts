import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  alter table support.tenants add column email_channel boolean not null default false;
  create index on support.tenants (inbound_domain) where inbound_domain is not null;

  create table support.received_mails (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    message_id text not null,
    ticket_id uuid,
    position integer,
    from_address text not null,
    from_name text not null,
    recipients text[] not null,
    subject text not null,
    content text not null,
    headers jsonb not null,
    refused text,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, message_id),
    foreign key (tenant_id, ticket_id) references support.tickets on delete cascade
  );
  create index on support.received_mails (tenant_id, ticket_id, position) where ticket_id is not null;
  create index on support.received_mails (tenant_id, created_at desc) where refused is not null;
`;

const ofTenant = 'tenant_id = support.tenant()';
/**
 * Messages have their own RLS policy: visitors see their own messages, but never internal notes.
 */
const ofVisibleMessage = `exists (select from support.messages
  where messages.tenant_id = received_mails.tenant_id
    and messages.ticket_id = received_mails.ticket_id
    and messages.position = received_mails.position)`;

const access = restrictAccess('received_mails', {
  grant: 'select, insert, delete',
  policies: {
    read: `for select using (${ofTenant}
      and (support.actor() = 'agent' or support.actor() = 'visitor' and ${ofVisibleMessage}))`,
    work: `using (support.actor() = 'worker' and (support.tenant() is null or ${ofTenant}))`,
    privacy: `using (tenant_id = (select support.tenant()) and (select support.actor()) = 'privacy')`,
  },
});

/** Returns the account with the domain to which a mail is addressed. */
const addressed = `
  create policy addressed on support.tenants for select using (
    support.actor() = 'mail' and inbound_domain = support.key_hash());
`;

/** Adds mails as they arrived: those that became messages, and rejected ones with the reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access, addressed]) await sql.raw(script).execute(db);
}
