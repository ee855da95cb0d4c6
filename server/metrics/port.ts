import type { Checks } from '../checker/check.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Metrics of this process, and of the backlogs in the shared database. */
export interface Metrics {
  /** Records a completed request. `route`: the path in the table of endpoints, without ids. */
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Returns the handlers with their duration measured. */
  timedJobs(handlers: Readonly<Record<string, JobHandler>>): Record<string, JobHandler>;
  /** Returns the checks with the duration of due checks measured. */
  timedChecks(checks: Checks): Checks;
  /** Returns the metrics in the text format of Prometheus. */
  read(): Promise<{ type: string; text: string }>;
}
