import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * `help_desks`: the help desk in which new requests of a mode live; without a row, the built-in
 * desk. `external_tickets`: requests that also live in a help desk. `external_messages`: entries
 * that a help desk has, or that came from it.
 */
const tables = `
  create table support.help_desks (
    tenant_id uuid not null default support.tenant(),
    mode text not null check (mode in ('live', 'test')),
    integration_id uuid not null,
    every_seconds integer not null default 3600,
    due_at timestamptz not null default now(),
    checked_at timestamptz not null default now(),
    primary key (tenant_id, mode),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );

  create table support.external_tickets (
    tenant_id uuid not null default support.tenant(),
    ticket_id uuid not null,
    integration_id uuid not null,
    external_id text,
    number text,
    url text,
    customer_id text,
    status text check (status in ('new', 'open', 'pending', 'on_hold', 'resolved')),
    tried_at timestamptz,
    problem text,
    busy_job uuid,
    busy_until timestamptz,
    primary key (tenant_id, ticket_id),
    unique (tenant_id, integration_id, external_id),
    foreign key (tenant_id, ticket_id) references support.tickets (tenant_id, id) on delete cascade,
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );

  create table support.external_messages (
    tenant_id uuid not null default support.tenant(),
    message_id uuid not null,
    ticket_id uuid not null,
    external_id text,
    tried_at timestamptz,
    sent_at timestamptz,
    rejected_at timestamptz,
    primary key (tenant_id, message_id),
    unique (tenant_id, ticket_id, external_id),
    foreign key (tenant_id, ticket_id) references support.external_tickets
      on delete cascade on update cascade
  );
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const unbound = '(select support.mode()) is null';

const access = [
  // Each transaction that changes a request needs to know whether a help desk receives it.
  restrictAccess('help_desks', {
    grant: 'select, insert, update, delete',
    policies: {
      read: `for select using (${ofTenant} and ${actor} is not null)`,
      operate: `using (${ofTenant} and ${actor} = 'agent')`,
      work: `using (${actor} = 'worker')`,
      mode: `as restrictive using (${unbound} or mode = (select support.mode()))`,
    },
  }),
  restrictAccess('external_tickets', {
    grant: 'select, insert, update, delete',
    policies: {
      operate: `using (${ofTenant} and ${actor} in ('agent', 'worker'))`,
    },
  }),
  restrictAccess('external_messages', {
    grant: 'select, insert, update, delete',
    policies: {
      operate: `using (${ofTenant} and ${actor} in ('agent', 'worker'))`,
    },
  }),
];

/** Agents who answer in a help desk write into the conversations that live there. */
const answers = `
  create policy write_answers on support.messages for insert with check (${ofTenant}
    and ${actor} = 'worker' and author = 'agent' and exists (select from support.external_tickets
      where external_tickets.tenant_id = messages.tenant_id
        and external_tickets.ticket_id = messages.ticket_id));
`;

/** Lets requests live in a help desk of the team. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access.join(';\n'), answers]) await sql.raw(script).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop policy write_answers on support.messages`.execute(db);
  await sql`drop table support.external_messages, support.external_tickets, support.help_desks`.execute(
    db,
  );
}
