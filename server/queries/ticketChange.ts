import { type RawBuilder, type Selectable, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { canChangeTicket, ofTenant } from '../db/scope.ts';
import type { TicketsTable } from '../db/ticketTables.ts';

type Value<T> = T | RawBuilder<T>;
type Columns = Omit<Selectable<TicketsTable>, 'rating'> & { rating: string | null };

/** New values of columns. An expression reads the previous values. */
export type TicketChange = { [Name in keyof Columns]?: Value<Columns[Name]> | undefined };

/**
 * True while the first response is awaited, or was late. The timer stays until a job has recorded
 * that it is late.
 */
export const isAwaited = sql<boolean>`response_due_at is not null and response_breached_at is null
  and (first_response_at is null or first_response_at > response_due_at)`;

/**
 * Columns of `request_metrics` that follow a ticket, with the expression for each in a row of
 * `tickets`.
 */
const measures = {
  request_category: sql`category`,
  request_priority: sql`priority`,
  customer_tier: sql`customer_tier`,
  resolution_time: sql`extract(epoch from resolved_at - created_at)::integer`,
  customer_satisfaction: sql`(rating->>'score')::integer`,
  escalated: sql`escalated_at is not null`,
  first_response_time: sql`extract(epoch from first_response_at - created_at)::integer`,
  sla_breached: sql`case
    when response_breached_at is not null then true
    when first_response_at is not null then coalesce(first_response_at > response_due_at, false)
  end`,
  first_reply_by: sql`first_reply_by`,
  resolved_by: sql`resolved_by`,
  team_replies: sql`team_replies`,
  reopened: sql`reopened`,
};
const measured = sql.join(Object.keys(measures).map((name) => sql.ref(name)));
const values = sql.join(Object.values(measures));
const channel = sql`case when metadata->>'source' in ('email', 'chat') then metadata->>'source' else 'ticket' end`;

/** The result of a statement without `returning`. */
type NoRow = Record<string, never>;

/**
 * Everything that follows from a new ticket, as common table expressions of the statement that
 * inserts it: the counts of the inbox, the record for the report, and the timer of the first
 * response. `ticket`: the expression that inserted it.
 */
export const newTicketEffects = {
  counts: sql<NoRow>`(insert into ticket_counts (tenant_id, status, assignee_id, mode, tickets)
    select tenant_id, status, assignee_id, mode, 1 from ticket)`,
  metrics: sql<NoRow>`(insert into request_metrics (tenant_id, id, mode, routing_channel, timestamp, ${measured})
    select tenant_id, id, mode, ${channel}, created_at, ${values} from ticket)`,
  timer: sql<NoRow>`(insert into response_timers (tenant_id, ticket_id, due_at)
    select tenant_id, id, response_due_at from ticket where ${isAwaited})`,
};

interface Effect {
  /** The columns whose change has this effect. */
  of: readonly (keyof TicketChange)[];
  /** Reads `changed`: the row of the ticket after the change. */
  run: RawBuilder<unknown>;
}

const moved = sql`(status_before, assignee_before, snoozed_before)
  is distinct from (status, assignee_id, snoozed_until is not null)`;
const isOfTicket = (table: string, id: string) => sql`${sql.ref(`${table}.tenant_id`)} = ${ofTenant}
  and ${sql.ref(`${table}.tenant_id`)} = changed.tenant_id
  and ${sql.ref(`${table}.${id}`)} = changed.id`;
const timed = ['response_due_at', 'first_response_at', 'response_breached_at'] as const;

/** All effects of a change to a ticket. */
const effects = {
  /** Differences in the counts of the inbox. */
  counts: {
    of: ['status', 'assignee_id', 'snoozed_until'],
    run: sql`insert into ticket_counts (tenant_id, status, assignee_id, mode, snoozed, tickets)
      select tenant_id, status_before, assignee_before, mode, snoozed_before, -1
        from changed where ${moved}
      union all select tenant_id, status, assignee_id, mode, snoozed_until is not null, 1
        from changed where ${moved}`,
  },
  timer: {
    of: timed,
    run: sql`insert into response_timers (tenant_id, ticket_id, due_at)
      select tenant_id, id, response_due_at from changed where ${isAwaited}
      on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at`,
  },
  no_timer: {
    of: timed,
    run: sql`delete from response_timers using changed
      where ${isOfTicket('response_timers', 'ticket_id')} and not (${isAwaited})`,
  },
  /** A request that was escalated once stays escalated in the report. */
  metrics: {
    of: [
      ...(['category', 'priority', 'customer_tier', 'escalated_at', 'resolved_at'] as const),
      ...(['rating', 'first_response_at', 'response_breached_at'] as const),
      ...(['first_reply_by', 'resolved_by', 'team_replies', 'reopened'] as const),
    ],
    run: sql`update request_metrics set (${measured}) = (
        select ${sql.join(
          Object.entries(measures).map(([name, value]) =>
            name === 'escalated' ? sql`request_metrics.escalated or ${value}` : value,
          ),
        )} from changed)
      from changed where ${isOfTicket('request_metrics', 'id')}`,
  },
} satisfies Record<string, Effect>;

/**
 * Returns common table expressions that change a ticket and apply all effects. They lock its row
 * first, so that the previous values are those that are replaced. `changed` is the row after the
 * change; it is empty if the transaction may not change the ticket, or `isWanted` is false.
 */
export function changingTicket(
  id: string,
  change: TicketChange,
  isWanted: RawBuilder<boolean> = sql`true`,
): RawBuilder<unknown> {
  const changed = Object.entries(change).filter(([, value]) => value !== undefined);
  const set = changed.map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const followed = Object.entries<Effect>(effects)
    .filter(([, { of }]) => of.some((column) => change[column] !== undefined))
    .map(([name, { run }]) => sql`, ${sql.ref(name)} as (${run})`);
  return sql`
    found as (
      select id as id_before, status as status_before, assignee_id as assignee_before,
        snoozed_until is not null as snoozed_before from tickets
      where tenant_id = ${ofTenant} and id = ${id} and merged_into is null
        and ${canChangeTicket} and ${isWanted} for update),
    changed as (
      update tickets set ${sql.join(set)} from found
      where tenant_id = ${ofTenant} and id = ${id} and id = id_before returning *)
    ${sql.join(followed, sql` `)}`;
}

/**
 * Changes a ticket and applies all effects. Returns false if the transaction may not change it, or
 * `isWanted` is false.
 */
export async function changeTicketRow(
  trx: Transaction<Schema>,
  id: string,
  change: TicketChange,
  isWanted?: RawBuilder<boolean>,
): Promise<boolean> {
  const statement = sql`with ${changingTicket(id, change, isWanted)} select id from changed`;
  const { rows } = await statement.execute(trx);
  return rows.length > 0;
}
