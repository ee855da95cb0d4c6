import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * The work of the triggers is now part of the statements that change the rows:
 * queries/ticketChange.ts and deleteRows.ts.
 */
const gone = `
  drop trigger begin_metrics on support.tickets;
  drop trigger keep_metrics on support.tickets;
  drop trigger begin_timer on support.tickets;
  drop trigger keep_timer on support.tickets;
  drop trigger count_new on support.tickets;
  drop trigger count_gone on support.tickets;
  drop trigger count_changed on support.tickets;
  drop trigger note_escalation on support.tickets;
  drop trigger note_removal on support.attachments;
  drop trigger note_removal on support.article_pictures;
  drop function support.keep_request_metrics();
  drop function support.keep_response_timer();
  drop function support.keep_ticket_counts();
  drop function support.note_escalation();
  drop function support.note_attachment_removal();
  drop policy route on support.agents;
  drop function support.active_agent(uuid);
  drop policy find_domain on support.tenants;
  drop function support.has_inbound_domain(text);
  drop function support.take_allowance(text, text, integer, integer);
  drop function support.take_tokens(uuid[], text[], integer[], integer[], integer[]);
`;

/** An account keeps a domain that another account had first, but cannot set it again. */
const tables = `
  alter table support.tenants add column disabled_agents uuid[] not null default '{}';
  create table support.inbound_domains (
    domain text primary key,
    account_id uuid not null
  );
  create index on support.inbound_domains (account_id);

  alter table support.tenants no force row level security;
  alter table support.agents no force row level security;
  update support.tenants set disabled_agents = array(
    select id from support.agents where tenant_id = tenants.id and disabled_at is not null);
  insert into support.inbound_domains (domain, account_id)
    select inbound_domain, id from support.tenants where inbound_domain is not null
    order by created_at nulls first, id on conflict do nothing;
  alter table support.tenants force row level security;
  alter table support.agents force row level security;
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const staff = `${actor} in ('agent', 'worker')`;
const writer = `${actor} in ('visitor', 'agent', 'worker')`;
/** A visitor can see requests of colleagues, but cannot change them. */
const ofTicket = (table: string, id: string) => `exists (select from support.tickets
  where tickets.tenant_id = ${table}.tenant_id and tickets.id = ${table}.${id}
    and tickets.visitor_hash = (select support.visitor()))`;
/** The rows of a visitor's own requests. The statement that inserts a new request cannot see it. */
const keep = (table: string, id: string) => `
  create policy begin on support.${table} for insert with check (${ofTenant} and ${writer});
  create policy see on support.${table} for select using (
    ${ofTenant} and ${actor} = 'visitor' and ${ofTicket(table, id)});
  create policy change on support.${table} for update using (
    ${ofTenant} and (${staff} or (${actor} = 'visitor' and ${ofTicket(table, id)})));`;

const policies = `
  drop policy keep on support.request_metrics;
  drop policy keep on support.response_timers;
  drop policy keep on support.ticket_counts;
  drop policy note on support.attachment_removals;
  drop policy count on support.allowances;
  drop policy count on support.rate_buckets;

  grant update on support.request_metrics to support_app;
  grant insert, delete on support.response_timers to support_app;
  grant insert on support.attachment_removals to support_app;
  grant insert, update on support.allowances, support.rate_buckets to support_app;

  ${keep('request_metrics', 'id')}
  ${keep('response_timers', 'ticket_id')}
  create policy of_agent on support.response_timers for select using (
    ${ofTenant} and ${actor} = 'agent');
  create policy finish on support.response_timers for delete using (
    ${ofTenant} and (${staff} or (${actor} = 'visitor' and ${ofTicket('response_timers', 'ticket_id')})));
  create policy count on support.ticket_counts for insert with check (
    ${ofTenant} and ${actor} in ('visitor', 'agent', 'worker', 'privacy'));
  create policy note on support.attachment_removals for insert with check (
    ${actor} = 'worker' or (${ofTenant} and ${actor} in ('privacy', 'operator')));
  create policy count on support.allowances using (${ofTenant} and ${actor} is not null
    and subject = any(string_to_array(current_setting('app.subjects', true), ' ')));
  create policy count on support.rate_buckets using (${actor} = 'limits');
`;

const domains = restrictAccess('inbound_domains', {
  grant: 'select, insert, delete',
  policies: { operate: `using (account_id = support.tenant() and support.actor() = 'operator')` },
});

/**
 * The statements that change rows also write derived data, because some databases have no triggers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [gone, tables, policies, domains]) await sql.raw(script).execute(db);
}
