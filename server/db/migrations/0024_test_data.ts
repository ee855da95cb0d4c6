import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const modes = `
  create function support.mode() returns text language sql stable
    return nullif(current_setting('app.mode', true), '');
`;

/** Data of visitors has the mode of the key that created it. */
const owned = ['tickets', 'events', 'deflections', 'request_metrics'];

const columns = [...owned, 'ticket_counts']
  .map(
    (table) => `
  alter table support.${table} add column mode text not null default 'live'
    check (mode in ('live', 'test'));`,
  )
  .join('');

const defaults = owned
  .map(
    (table) => `
  alter table support.${table} alter column mode set default coalesce(support.mode(), 'live');`,
  )
  .join('');

/**
 * Restrictive policies: in addition to the other policies, the mode must be that of the
 * transaction. A transaction without a mode, such as a worker's, sees both.
 */
const policies = [...owned, 'ticket_counts']
  .map(
    (table) => `
  create policy mode on support.${table} as restrictive to support_app
    using ((select support.mode()) is null or mode = (select support.mode()));`,
  )
  .join('');

const counts = `
  create or replace function support.keep_ticket_counts() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    if tg_op <> 'INSERT' then
      insert into support.ticket_counts (tenant_id, status, assignee_id, mode, tickets)
        values (old.tenant_id, old.status, old.assignee_id, old.mode, -1);
    end if;
    if tg_op <> 'DELETE' then
      insert into support.ticket_counts (tenant_id, status, assignee_id, mode, tickets)
        values (new.tenant_id, new.status, new.assignee_id, new.mode, 1);
    end if;
    return null;
  end $$;
`;

/** Mails about test data, which are listed instead of sent. */
const sandbox = `
  create table support.sandbox_mails (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    ticket_id uuid not null,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, ticket_id) references support.tickets (tenant_id, id) on delete cascade
  );
  create index on support.sandbox_mails (tenant_id, created_at desc);
  create index on support.sandbox_mails (tenant_id, ticket_id);
  create index on support.sandbox_mails (created_at);
`;

const sandboxAccess = restrictAccess('sandbox_mails', {
  grant: 'select, insert, delete',
  policies: {
    keep: `using (support.actor() = 'worker')`,
    read: `for select using (tenant_id = support.tenant() and support.actor() = 'operator')`,
    privacy: `using (tenant_id = support.tenant() and support.actor() = 'privacy')`,
  },
});

/** Separates the data of test keys from that of live keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [modes, columns, defaults, policies, counts, sandbox, sandboxAccess]) {
    await sql.raw(script).execute(db);
  }
}
