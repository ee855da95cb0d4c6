import type { Checks } from '../checker/check.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Figures of this process, and of what waits in the database that all of them share. */
export interface Metrics {
  /** A request that was answered; `route` as in the table of endpoints, without ids. */
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** The same handlers, with the time that each takes written down. */
  timedJobs(handlers: Readonly<Record<string, JobHandler>>): Record<string, JobHandler>;
  /** The same checks, with the time that each takes that is due written down. */
  timedChecks(checks: Checks): Checks;
  /** The text format of Prometheus. */
  read(): Promise<{ type: string; text: string }>;
}
