import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { text, timestamp } from './text.ts';
import { Priority } from './ticket.ts';

/** The channel of a request; `kb` requests were answered by an article. */
export const RoutingChannel = z.enum(['ticket', 'mailto', 'kb', 'chat', 'email']);
export type RoutingChannel = z.infer<typeof RoutingChannel>;

const count = z.int();
const share = z.nullable(z.number());

/**
 * Figures of requests that were created in the period of the report, whenever they were answered.
 * Null if there is nothing to divide by.
 */
const measures = {
  total_requests: count,
  resolved: count,
  /** Seconds. */
  average_resolution_time: z.nullable(z.number()),
  answered: count,
  /** Seconds until the first answer. */
  average_first_response_time: z.nullable(z.number()),
  rated: count,
  /** Number of ratings of 4 or 5. */
  satisfied: count,
  /** `satisfied` divided by `rated`. */
  customer_satisfaction: share,
  sla_met: count,
  sla_breached: count,
  /**
   * `sla_met` divided by the sum of met and breached. Responses that can still be in time count in
   * neither.
   */
  sla_compliance: share,
  escalated: count,
  /** Resolved at least once, also if they were reopened since. */
  resolved_ever: count,
  /** The part of `resolved_ever` that was reopened at least once. */
  reopened: count,
  /** `reopened` of `resolved_ever`. */
  reopen_rate: share,
  /** Resolved with exactly one reply of the team, and never reopened. */
  first_contact: count,
  /** `first_contact` of `resolved`. */
  first_contact_rate: share,
};
export const ReportMeasures = z.object(measures);
export type ReportMeasures = z.infer<typeof ReportMeasures>;

/** Episodes as in `deflectionEpisodes`, by their start. */
const deflection = {
  /** The numerator. */
  deflected: count,
  /** The denominator: deflected episodes, and those with a request. */
  decided: count,
  /** Undecided episodes, which count in neither. */
  pending: count,
  deflection_rate: share,
};
export const ReportDeflection = z.object(deflection);
export type ReportDeflection = z.infer<typeof ReportDeflection>;

/**
 * The work of an agent: `answered` and what follows it counts the requests whose first reply they wrote,
 * `resolved` and what follows it those that they resolved last. `agent` is null for secret keys without an
 * agent, and for requests from before agents were recorded.
 */
export const ReportAgent = z.object({
  agent: z.nullable(z.object({ id: z.string(), name: z.string() })),
  answered: count,
  average_first_response_time: z.nullable(z.number()),
  sla_met: count,
  sla_breached: count,
  sla_compliance: share,
  resolved: count,
  average_resolution_time: z.nullable(z.number()),
  first_contact: count,
  rated: count,
  satisfied: count,
  customer_satisfaction: share,
});
export type ReportAgent = z.infer<typeof ReportAgent>;

/** Ages of open requests, each up to the next one. */
export const BacklogAge = z.enum([
  'under_1_day',
  'from_1_to_3_days',
  'from_3_to_7_days',
  'over_7_days',
]);
export type BacklogAge = z.infer<typeof BacklogAge>;

/** Requests that are not resolved now, whatever the period. */
export const ReportBacklog = z.object({
  open: count,
  /** All four, youngest first. */
  ages: z.array(z.object({ age: BacklogAge, open: count })),
  oldest_at: z.nullable(timestamp),
});
export type ReportBacklog = z.infer<typeof ReportBacklog>;

const date = z.string();

/**
 * Covers the days from first to last, both included, in a time zone. Channels, categories and tiers are
 * sorted by size, largest first. Priorities, tiers and hours leave out requests that an article answered.
 */
export const Report = z.object({
  from: date,
  to: date,
  time_zone: z.string(),
  ...measures,
  ...deflection,
  days: z.array(z.object({ date, ...measures, ...deflection })),
  channels: z.array(z.object({ routing_channel: RoutingChannel, ...measures })),
  categories: z.array(z.object({ request_category: z.string(), ...measures })),
  /** Highest first. */
  priorities: z.array(z.object({ request_priority: Priority, ...measures })),
  /** Null: without a tier. */
  tiers: z.array(z.object({ customer_tier: z.nullable(z.string()), ...measures })),
  /** Most first replies first. */
  agents: z.array(ReportAgent),
  /** Number of requests by hour of the week. `weekday`: 1 is Monday. Hours without a request are left out. */
  hours: z.array(z.object({ weekday: z.int(), hour: z.int(), total_requests: count })),
  backlog: ReportBacklog,
});
export type Report = z.infer<typeof Report>;

/** `Date` would accept the 31st of February as a day in March. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

const day = z.string().check(
  z.refine((value) => /^2\d{3}-\d\d-\d\d$/.test(value) && isDay(value), {
    error: 'Must be a day like 2026-03-29.',
  }),
);

/** A period of days in a time zone, with the defaults of the report. */
export const reportPeriod = {
  from: z.optional(day),
  to: z.optional(day),
  /** IANA name. */
  tz: z.optional(text(64)),
};

/**
 * Returns the report. Default: the last 30 days in the time zone of the team's business hours, or
 * else UTC. At most 1,100 days. With `format=csv` the response is a table with one row for the total and
 * for each day, channel, category, priority, tier, agent, hour of the week and age of the backlog.
 */
export const getReport = {
  method: 'GET',
  path: 'agent/report',
  access: 'agent',
  query: z.object({
    ...reportPeriod,
    format: z.optional(z.enum(['json', 'csv'], { error: 'Must be json or csv.' })),
  }),
  reply: Report,
} as const satisfies Endpoint;
