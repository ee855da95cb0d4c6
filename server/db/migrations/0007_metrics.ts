import { type Kysely, sql } from 'kysely';
import { backfill, triggers } from './0007_triggers.ts';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  alter table support.tenants add column business_hours jsonb;

  alter table support.tickets
    add column response_due_at timestamptz(3),
    add column response_target integer,
    add column response_left integer,
    add column response_breached_at timestamptz(3);

  create table support.events (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null,
    visitor_hash text not null default support.visitor(),
    name text not null,
    timestamp timestamptz(3) not null,
    received_at timestamptz(3) not null default now(),
    properties jsonb not null,
    distinct_id text,
    mirror_at timestamptz(3) default now(),
    primary key (tenant_id, id)
  );
  create index on support.events (tenant_id, visitor_hash, timestamp);
  create index on support.events (received_at);
  create index on support.events (mirror_at) where mirror_at is not null;

  create table support.deflections (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    visitor_hash text not null,
    started_at timestamptz(3) not null,
    shown_at timestamptz(3) not null,
    opened_at timestamptz(3),
    solved_at timestamptz(3),
    requested_at timestamptz(3),
    category text,
    primary key (tenant_id, visitor_hash, started_at)
  );
  create index on support.deflections (tenant_id, started_at);

  create table support.request_metrics (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null,
    visitor_hash text,
    request_category text not null,
    request_priority text not null,
    customer_tier text,
    routing_channel text not null
      check (routing_channel in ('ticket', 'mailto', 'kb', 'chat', 'email')),
    resolution_time integer,
    customer_satisfaction integer,
    deflected_to_kb boolean not null default false,
    escalated boolean not null default false,
    timestamp timestamptz(3) not null,
    first_response_time integer,
    sla_breached boolean,
    primary key (tenant_id, id)
  );
  create index on support.request_metrics (tenant_id, timestamp);
  create index on support.request_metrics (tenant_id, visitor_hash) where visitor_hash is not null;

  create table support.response_timers (
    tenant_id uuid not null,
    ticket_id uuid not null,
    due_at timestamptz(3) not null,
    primary key (tenant_id, ticket_id),
    foreign key (tenant_id, ticket_id) references support.tickets (tenant_id, id) on delete cascade
  );
  create index on support.response_timers (due_at);
`;

/**
 * `(select …)` is evaluated once per statement instead of once per row. Reports read very many
 * rows.
 */
const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const visitor = '(select support.visitor())';
const own = `${ofTenant} and (
  (${actor} = 'visitor' and visitor_hash = ${visitor})
  or (${actor} = 'claim' and visitor_hash in (${visitor}, (select support.claimant()))))`;
const report = `for select using (${ofTenant} and ${actor} = 'agent')`;
const work = `using (${actor} = 'worker')`;

const walls = [
  restrictAccess('events', {
    grant: 'select, insert, update (visitor_hash, mirror_at), delete',
    policies: { own: `using (${own})`, report, work },
  }),
  restrictAccess('deflections', {
    grant: 'select, insert, update, delete',
    policies: { own: `using (${own})`, report, work },
  }),
  // Only the trigger writes the records of tickets, as the owner of the tables.
  restrictAccess('request_metrics', {
    grant: 'select, insert, update (visitor_hash), delete',
    policies: {
      own: `using (${own} and routing_channel = 'mailto')`,
      report,
      keep: `to current_user using (${ofTenant})`,
    },
  }),
  restrictAccess('response_timers', {
    grant: 'select, update',
    policies: { keep: `to current_user using (${ofTenant})`, work },
  }),
];

/** Adds events, the records of requests, and the due times of first responses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, backfill, walls.join(';\n'), triggers]) {
    await sql.raw(script).execute(db);
  }
}
