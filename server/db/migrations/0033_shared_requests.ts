import { type Kysely, sql } from 'kysely';

const columns = `
  alter table support.tenants
    add column share_requests text not null default 'visitor'
      check (share_requests in ('visitor', 'organization'));
  create index on support.tickets (tenant_id, organization_id, updated_at desc, number desc)
    where organization_id is not null;

  create function support.shares_requests() returns boolean language sql stable
    return exists (select from support.tenants
      where id = support.tenant() and share_requests = 'organization');
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const visitor = `(select support.actor()) = 'visitor'`;
const organization = '(select support.organization())';
/**
 * Evaluated only for visitors with an organization, because it costs more than all other rules
 * together.
 */
const isShared = `(select case when support.organization() is not null
  then support.shares_requests() end)`;
/** A message of a request that is visible by its RLS policies. */
const ofVisibleTicket = `exists (select from support.tickets
  where tickets.tenant_id = messages.tenant_id and tickets.id = messages.ticket_id)`;
const ofOwnMessage = `exists (select from support.messages
  where messages.tenant_id = attachments.tenant_id
    and messages.ticket_id = attachments.ticket_id
    and messages.position = attachments.position
    and (${visitor} is not true or messages.visitor_hash = (select support.visitor())))`;

/**
 * Files of a message follow the message, like mails do. Only reading is shared: changes, including
 * files, still need the visitor of the request. A request belongs to an organization only if that
 * was signed.
 */
const policies = `
  create policy share on support.tickets for select using (${ofTenant} and ${visitor}
    and organization_id = ${organization} and ${isShared});
  create policy share on support.messages for select using (${ofTenant} and ${visitor}
    and not internal and ${organization} is not null and ${ofVisibleTicket});
  create policy organization on support.tickets as restrictive for insert to support_app
    with check (${visitor} is not true or organization_id is not distinct from ${organization});
  alter policy link on support.attachments with check (${ofTenant}
    and (select support.actor()) in ('visitor', 'agent') and visitor_hash = (select support.visitor())
    and (ticket_id is null or ${ofOwnMessage}));
`;

/** Lets an account share requests among the signed members of an organization. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, policies]) await sql.raw(script).execute(db);
}
