import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

/** A dead background job, for example a mail. It is kept for 30 days. */
export const DeadJob = z.object({
  id: z.string(),
  type: z.string(),
  /** Ids of the records that it concerns. */
  payload: z.record(z.string(), z.string()),
  attempts: z.int(),
  failed_at: timestamp,
  /**
   * Kind of the last error, and the next step if there is one. `ProcessEndedTwice`: the server ended
   * twice during the job.
   */
  error: z.string(),
});
export type DeadJob = z.infer<typeof DeadJob>;

/** Lists dead jobs, the newest 100 first. */
export const listDeadJobs = {
  method: 'GET',
  path: 'agent/jobs/dead',
  access: 'agent',
  query: z.object({ type: z.optional(z.string()) }),
  reply: z.object({ jobs: z.array(DeadJob) }),
} as const satisfies Endpoint;

/** Queues a dead job again, with all its attempts. */
export const retryDeadJob = {
  method: 'POST',
  path: 'agent/jobs/dead/{id}/retry',
  access: 'agent',
  reply: z.object({ queued: z.literal(true) }),
} as const satisfies Endpoint;
