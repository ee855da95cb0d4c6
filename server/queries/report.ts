import { sql, type Transaction } from 'kysely';
import type { BacklogAge, RoutingChannel } from '../../src/contract/report.ts';
import type { Priority } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { deflectionOutcomes, requestRecords } from './requestRecords.ts';

/** The requests of a sum. */
type Group =
  /** `day` counts from 1. */
  | { kind: 'day'; day: number; routing_channel: RoutingChannel; request_category: string }
  | { kind: 'priority'; request_priority: Priority }
  | { kind: 'tier'; customer_tier: string | null }
  | { kind: 'answered'; first_reply_by: string | null }
  | { kind: 'resolved'; resolved_by: string | null }
  /** `week_hour` counts from 0, the first hour of Monday. */
  | { kind: 'hour'; week_hour: number };

export interface Sums {
  requests: number;
  resolved: number;
  resolution_time: number;
  answered: number;
  first_response_time: number;
  rated: number;
  satisfied: number;
  sla_met: number;
  sla_breached: number;
  /** The parts of `sla_met` and `sla_breached` with a first reply. */
  answered_in_time: number;
  answered_late: number;
  escalated: number;
  resolved_ever: number;
  reopened: number;
  first_contact: number;
}
export type RequestSums = Sums & Group;
export type SumsOf<Kind extends Group['kind']> = Extract<RequestSums, { kind: Kind }>;

export interface DeflectionSums {
  day: number;
  deflected: number;
  not_deflected: number;
  pending: number;
}

/** The starts of the days, and the end of the last day. */
export type Bounds = readonly Date[];

/**
 * Assigns days by their bounds, not by name, because the database may have other time zone rules.
 */
const dayOf = (column: string, bounds: Bounds) =>
  sql`width_bucket(${sql.ref(column)}, ${[...bounds]}::timestamptz[])`;

const within = (column: string, bounds: Bounds) => sql`tenant_id = (select support.tenant())
  and ${sql.ref(column)} >= ${bounds[0]}::timestamptz
  and ${sql.ref(column)} < ${bounds.at(-1)}::timestamptz`;

/** Offsets of the time zone, each from a moment on. */
type Offsets = readonly { from: Date; seconds: number }[];

/** The epoch began on a Thursday, 72 hours after Monday. */
const weekHour = (offsets: Offsets) => sql`((floor((extract(epoch from timestamp)
  + (${offsets.map(({ seconds }) => seconds)}::integer[])[
    width_bucket(timestamp, ${offsets.map(({ from }) => from)}::timestamptz[])]) / 3600)::bigint
  + 72) % 168)::integer`;

/** Reads the requests once, and adds them up by each kind of group. */
export async function sumRequests(
  trx: Transaction<Schema>,
  bounds: Bounds,
  offsets: Offsets,
): Promise<RequestSums[]> {
  const { rows } = await sql<RequestSums>`
    select case
        when grouping(day) = 0 then 'day'
        when grouping(request_priority) = 0 then 'priority'
        when grouping(customer_tier) = 0 then 'tier'
        when grouping(first_reply_by) = 0 then 'answered'
        when grouping(resolved_by) = 0 then 'resolved'
        else 'hour' end as kind,
      day, routing_channel, request_category, request_priority, customer_tier, first_reply_by,
      resolved_by, week_hour,
      count(*)::integer as requests,
      count(resolution_time)::integer as resolved,
      coalesce(sum(resolution_time), 0)::float8 as resolution_time,
      count(first_response_time)::integer as answered,
      coalesce(sum(first_response_time), 0)::float8 as first_response_time,
      count(customer_satisfaction)::integer as rated,
      count(*) filter (where customer_satisfaction >= 4)::integer as satisfied,
      count(*) filter (where not sla_breached)::integer as sla_met,
      count(*) filter (where sla_breached)::integer as sla_breached,
      count(first_response_time) filter (where not sla_breached)::integer as answered_in_time,
      count(first_response_time) filter (where sla_breached)::integer as answered_late,
      count(*) filter (where escalated)::integer as escalated,
      count(*) filter (where resolution_time is not null or reopened > 0)::integer as resolved_ever,
      count(*) filter (where reopened > 0)::integer as reopened,
      count(resolution_time) filter (where team_replies = 1 and reopened = 0)::integer
        as first_contact
    from (
      select *, ${dayOf('timestamp', bounds)} as day, ${weekHour(offsets)} as week_hour
      from ${sql.raw(requestRecords)} where ${within('timestamp', bounds)}) as records
    group by grouping sets (
      (day, routing_channel, request_category), (deflected_to_kb, request_priority),
      (deflected_to_kb, customer_tier), (first_reply_by), (resolved_by), (deflected_to_kb, week_hour))
    having deflected_to_kb is not true`.execute(trx);
  return rows;
}

/** Open requests by age, and the oldest. */
export type Backlog = Record<BacklogAge, number> & { oldest_at: Date | null };

export async function countBacklog(trx: Transaction<Schema>): Promise<Backlog | undefined> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where age < interval '1 day')::integer as under_1_day,
      count(*) filter (where age >= interval '1 day' and age < interval '3 days')::integer
        as from_1_to_3_days,
      count(*) filter (where age >= interval '3 days' and age < interval '7 days')::integer
        as from_3_to_7_days,
      count(*) filter (where age >= interval '7 days')::integer as over_7_days,
      min(created_at) as oldest_at
    from (
      select created_at, now() - created_at as age from tickets
      where tenant_id = ${ofTenant} and status <> 'resolved') as open_requests`.execute(trx);
  return rows[0];
}

export async function sumDeflections(
  trx: Transaction<Schema>,
  bounds: Bounds,
): Promise<DeflectionSums[]> {
  const { rows } = await sql<DeflectionSums>`
    select ${dayOf('started_at', bounds)} as day,
      count(*) filter (where outcome = 'deflected')::integer as deflected,
      count(*) filter (where outcome = 'not_deflected')::integer as not_deflected,
      count(*) filter (where outcome = 'pending')::integer as pending
    from ${sql.raw(deflectionOutcomes)} where ${within('started_at', bounds)}
    group by 1`.execute(trx);
  return rows;
}
