import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * The counts of the inbox are sums of differences, so that writes do not wait for each other and
 * reads do not count tickets. A chore adds them up.
 */
const table = `
  create table support.ticket_counts (
    tenant_id uuid not null,
    status text not null,
    assignee_id uuid,
    tickets integer not null
  );
  create index on support.ticket_counts (tenant_id);
`;

const access = restrictAccess('ticket_counts', {
  grant: 'select, insert, delete',
  policies: {
    read: `for select using (tenant_id = support.tenant() and support.actor() = 'agent')`,
    keep: `to current_user using (tenant_id = support.tenant()) with check (true)`,
    work: `using (support.actor() = 'worker')`,
  },
});

const triggers = `
  create function support.keep_ticket_counts() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    if tg_op <> 'INSERT' then
      insert into support.ticket_counts (tenant_id, status, assignee_id, tickets)
        values (old.tenant_id, old.status, old.assignee_id, -1);
    end if;
    if tg_op <> 'DELETE' then
      insert into support.ticket_counts (tenant_id, status, assignee_id, tickets)
        values (new.tenant_id, new.status, new.assignee_id, 1);
    end if;
    return null;
  end $$;

  create trigger count_new after insert on support.tickets
    for each row execute function support.keep_ticket_counts();
  create trigger count_gone after delete on support.tickets
    for each row execute function support.keep_ticket_counts();
  create trigger count_changed after update on support.tickets
    for each row when ((old.status, old.assignee_id) is distinct from (new.status, new.assignee_id))
    execute function support.keep_ticket_counts();
`;

const backfill = `
  alter table support.tickets no force row level security;
  insert into support.ticket_counts (tenant_id, status, assignee_id, tickets)
    select tenant_id, status, assignee_id, count(*) from support.tickets group by 1, 2, 3;
  alter table support.tickets force row level security;
`;

/** Indexes for pages of the inbox by status and by agent, sorted by the last change. */
const indexes = `
  create index on support.tickets (tenant_id, status, updated_at desc, number desc);
  create index on support.tickets (tenant_id, assignee_id, updated_at desc, number desc);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, backfill, access, triggers, indexes]) {
    await sql.raw(script).execute(db);
  }
}
