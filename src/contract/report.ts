import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { text } from './text.ts';

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

const date = z.string();

/**
 * Covers the days from first to last, both included, in a time zone. Channels and categories are
 * sorted by size, largest first.
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

/**
 * Returns the report. Default: the last 30 days in the time zone of the team's business hours, or
 * else UTC. At most 1,100 days. With `format=csv` the response is a table with one row each for the
 * total, the days, channels and categories.
 */
export const getReport = {
  method: 'GET',
  path: 'agent/report',
  access: 'agent',
  query: z.object({
    from: z.optional(day),
    to: z.optional(day),
    /** IANA name. */
    tz: z.optional(text(64)),
    format: z.optional(z.enum(['json', 'csv'], { error: 'Must be json or csv.' })),
  }),
  reply: Report,
} as const satisfies Endpoint;
