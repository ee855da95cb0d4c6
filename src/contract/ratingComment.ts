import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { reportPeriod } from './report.ts';
import { text, timestamp } from './text.ts';

/** A rating with words, and the request that it is about. */
export const RatingComment = z.object({
  ticket_id: z.string(),
  ticket_number: z.string(),
  subject: z.string(),
  customer_name: z.nullable(z.string()),
  /** 1 to 5. */
  score: z.int(),
  comment: z.string(),
  rated_at: timestamp,
  /** Name of the agent who resolved it. */
  resolved_by: z.nullable(z.string()),
});
export type RatingComment = z.infer<typeof RatingComment>;

/**
 * Comments of ratings that were written in the period, newest first, 20 at a time. The period is that of the
 * report. It has a path of its own, so that a key for the report does not read what customers wrote.
 */
export const listRatingComments = {
  method: 'GET',
  path: 'agent/ratings',
  access: 'agent',
  query: z.object({ ...reportPeriod, cursor: z.optional(text(limits.id)) }),
  reply: z.object({
    ratings: z.array(RatingComment),
    next_cursor: z.nullable(z.string()),
  }),
} as const satisfies Endpoint;
