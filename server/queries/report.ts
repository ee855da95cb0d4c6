import { sql, type Transaction } from 'kysely';
import type { RoutingChannel } from '../../src/contract/report.ts';
import type { Schema } from '../db/schema.ts';
import { deflectionOutcomes, requestRecords } from './requestRecords.ts';

/** Sums of the requests of one day, channel and category. `day` counts from 1. */
export interface RequestSums {
  day: number;
  routing_channel: RoutingChannel;
  request_category: string;
  requests: number;
  resolved: number;
  resolution_time: number;
  answered: number;
  first_response_time: number;
  rated: number;
  satisfied: number;
  sla_met: number;
  sla_breached: number;
  escalated: number;
}

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

export async function sumRequests(
  trx: Transaction<Schema>,
  bounds: Bounds,
): Promise<RequestSums[]> {
  const { rows } = await sql<RequestSums>`
    select ${dayOf('timestamp', bounds)} as day, routing_channel, request_category,
      count(*)::integer as requests,
      count(resolution_time)::integer as resolved,
      coalesce(sum(resolution_time), 0)::float8 as resolution_time,
      count(first_response_time)::integer as answered,
      coalesce(sum(first_response_time), 0)::float8 as first_response_time,
      count(customer_satisfaction)::integer as rated,
      count(*) filter (where customer_satisfaction >= 4)::integer as satisfied,
      count(*) filter (where not sla_breached)::integer as sla_met,
      count(*) filter (where sla_breached)::integer as sla_breached,
      count(*) filter (where escalated)::integer as escalated
    from ${sql.raw(requestRecords)} where ${within('timestamp', bounds)}
    group by 1, 2, 3`.execute(trx);
  return rows;
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
