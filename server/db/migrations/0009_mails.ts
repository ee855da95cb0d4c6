import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  create table support.mails (
    tenant_id uuid not null default support.tenant(),
    message_id text not null,
    ticket_id uuid not null,
    state text not null default 'queued'
      check (state in ('queued', 'sent', 'delivered', 'bounced', 'complained')),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    primary key (tenant_id, message_id),
    foreign key (tenant_id, ticket_id) references support.tickets on delete cascade
  );
  create index on support.mails (tenant_id, ticket_id);

  alter table support.received_events add column mail jsonb;

  drop policy write on support.messages;
  create policy write on support.messages for insert with check (tenant_id = support.tenant() and (
    (support.actor() = 'visitor' and visitor_hash = support.visitor()
      and author in ('visitor', 'system') and not internal)
    or (support.actor() = 'agent' and author in ('agent', 'system'))
    or (support.actor() = 'worker' and (author = 'system' or (author = 'visitor' and not internal)))));
`;

const access = restrictAccess('mails', {
  grant: 'select, insert, update',
  policies: {
    work: `using (tenant_id = support.tenant() and support.actor() = 'worker')`,
  },
});

/** Adds the delivery state of mails to customers. It is deleted with the request. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access]) await sql.raw(script).execute(db);
}
