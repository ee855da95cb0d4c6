import { type Kysely, sql } from 'kysely';
import { escalatedBy, metricsFunction } from './0007_triggers.ts';

const columns = `
  alter table support.tenants
    add column routing jsonb not null default '{"queues": [], "rules": []}';
  alter table support.tickets
    add column queue text,
    add column tags text[] not null default '{}',
    add column escalated_at timestamptz(3);
`;

const functions = `
  create function support.note_escalation() returns trigger
    language plpgsql set search_path = support, pg_temp as $$
  begin
    if new.escalated_at is null and (${escalatedBy('new', `'tier' = any(new.signed)`)}) then
      new.escalated_at := now();
    end if;
    return new;
  end $$;

  create trigger note_escalation before insert or update of priority, customer_tier, signed
    on support.tickets for each row execute function support.note_escalation();

  create function support.active_agent(wanted uuid) returns uuid
    language sql stable security definer set search_path = support, pg_temp as $$
    select id from agents where tenant_id = tenant() and id = wanted and disabled_at is null
  $$;
  create policy route on support.agents for select to current_user using (tenant_id = support.tenant());
`;

const backfill = `
  alter table support.tickets no force row level security;
  alter table support.request_metrics no force row level security;
  update support.tickets set escalated_at = created_at from support.request_metrics as metrics
    where metrics.tenant_id = tickets.tenant_id and metrics.id = tickets.id and metrics.escalated;
  alter table support.request_metrics force row level security;
  alter table support.tickets force row level security;
`;

/** Indexes for pages of the inbox by queue, sorted by the last change. */
const indexes = `
  create index on support.tickets (tenant_id, queue, updated_at desc, number desc);
`;

/**
 * Requests get a queue, tags, and the time of their escalation. A trigger records it, so that no
 * code that changes a ticket can forget it. `active_agent` assigns a visitor's request without
 * revealing agents to the visitor.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const metrics = metricsFunction('new.escalated_at is not null');
  for (const script of [columns, functions, backfill, metrics, indexes]) {
    await sql.raw(script).execute(db);
  }
}
