import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** The channel of a request; `kb` requests were answered by an article. */
export const RoutingChannel = z.enum(['ticket', 'mailto', 'kb', 'chat', 'email']);
export type RoutingChannel = z.infer<typeof RoutingChannel>;

const count = z.int();
const share = z.nullable(z.number());

/**
 * Figures of requests created in the period of the report, whenever they were answered. Null if
 * there is nothing to divide by.
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
  /** Rated 4 or 5. */
  satisfied: count,
  /** `satisfied` of `rated`. */
  customer_satisfaction: share,
  sla_met: count,
  sla_breached: count,
  /** `sla_met` of both; what may still be in time is in neither. */
  sla_compliance: share,
  escalated: count,
};
export const ReportMeasures = z.object(measures);
export type ReportMeasures = z.infer<typeof ReportMeasures>;

/** Episodes as in `deflectionEpisodes`, by when they began. */
const deflection = {
  /** Above the line. */
  deflected: count,
  /** Below the line: `deflected` and those that were not. */
  decided: count,
  /** May still become either; in neither. */
  pending: count,
  deflection_rate: share,
};
export const ReportDeflection = z.object(deflection);
export type ReportDeflection = z.infer<typeof ReportDeflection>;

const date = z.string();

/**
 * From the first day to the last, both included, in a time zone. Largest channels and categories
 * first.
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

/** The 31st of February reads as a day of March. */
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
 * Default: the last 30 days in the time zone of the team's business hours, else UTC. At most 1,100 days.
 * With `format=csv` the answer is a table: one row each for the whole, the days, channels and categories.
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
