import type { ColumnType, Generated } from 'kysely';
import type { TrackedName } from '../../src/contract/event.ts';
import type { RoutingChannel } from '../../src/contract/report.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { Priority } from '../../src/contract/ticket.ts';
import type { FromScope, Instant, Json } from './columns.ts';

export interface EventsTable {
  tenant_id: FromScope;
  id: string;
  visitor_hash: FromScope;
  name: TrackedName;
  /** By the clock of the device, but not in the future. */
  timestamp: Date;
  received_at: Instant;
  properties: Json<Record<string, string | number | boolean | null>>;
  /** The visitor's id in the page's PostHog. */
  distinct_id: string | null;
  /** Earliest time of its export (jobs/eventMirror.ts). Null after it was exported. */
  mirror_at: ColumnType<Date | null, Date | undefined, Date | null>;
}

/** Episodes by the formula in src/contract/deflection.ts. */
export interface DeflectionsTable {
  tenant_id: FromScope;
  visitor_hash: string;
  started_at: Date;
  shown_at: Date;
  opened_at: Date | null;
  solved_at: Date | null;
  requested_at: Date | null;
  category: string | null;
}

/**
 * A request. Changes of a ticket update the row with its id. Requests by mail have rows of their
 * own.
 */
export interface RequestMetricsTable {
  tenant_id: FromScope;
  id: string;
  mode: Generated<KeyMode>;
  /** Set for a request by mail, which may become a ticket later. */
  visitor_hash: string | null;
  request_category: string;
  request_priority: Priority;
  customer_tier: string | null;
  routing_channel: RoutingChannel;
  /** Seconds. Null until it is resolved. */
  resolution_time: number | null;
  /** Rating from 1 to 5. */
  customer_satisfaction: number | null;
  deflected_to_kb: boolean;
  escalated: boolean;
  timestamp: Date;
  /** Seconds until the first response. */
  first_response_time: number | null;
  /** Null until the first response was sent or is late. */
  sla_breached: boolean | null;
  /** Agents, as in `tickets`. */
  first_reply_by: string | null;
  resolved_by: string | null;
  /** Null for a request without a ticket. */
  team_replies: number | null;
  reopened: number | null;
}

/** A team that receives a daily summary. */
export interface DailySummariesTable {
  tenant_id: FromScope;
  /** IANA name. */
  time_zone: Generated<string>;
  /** The hour from which it is sent, 0 to 23. */
  hour: Generated<number>;
  /** The day of the last summary. */
  last_day: ColumnType<Date | null, string | undefined, string>;
}

/** Due times of first responses, one for each running clock. */
export interface ResponseTimersTable {
  tenant_id: string;
  ticket_id: string;
  due_at: Date;
}
