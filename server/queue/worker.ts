import type { Kysely } from 'kysely';
import { contain } from '../base/containment.ts';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { claimJobs } from './claim.ts';
import { type ClaimedJob, extendLeases, failJob, finishJob, returnJob } from './jobs.ts';
import { type Background, startLoop } from './loop.ts';
import { describeFailure, retryDelay } from './retry.ts';

/**
 * The work of a job. It can run twice if the process crashes right after it, so it should be
 * idempotent.
 */
export type JobHandler = (job: ClaimedJob) => Promise<void>;

/** Thrown by a handler if a retry is pointless. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
  constructor(cause: unknown) {
    super('The job failed permanently.', { cause });
  }
}

/**
 * One query claims all jobs that are announced within this time, because it costs as much as
 * several writes.
 */
const announcedMs = 25;

/**
 * If this number of processes ended during a job, the job is set aside, because it may be the
 * cause.
 */
const maxLosses = 2;

class ProcessEndedTwice extends Error {
  override readonly name = 'ProcessEndedTwice';
}

class JobTimeout extends Error {
  override readonly name = 'JobTimeout';
}

/** Handlers by type of job. */
export interface JobOptions {
  /** Interval between polls for jobs without a notification. Default 1 second. */
  pollMs?: number | undefined;
  /** A job of a crashed process is reclaimed after this time. Default 15 seconds. */
  leaseMs?: number | undefined;
  /** Time after which a running job counts as failed. Default 5 minutes. */
  timeoutMs?: number | undefined;
  /** First delay of the exponential backoff. Default 2 seconds. */
  retryMs?: number | undefined;
  /** Default 20, which takes about half a day. */
  maxAttempts?: number | undefined;
  /** Time that `stop` waits for running jobs before it releases them. Default 10 seconds. */
  graceMs?: number | undefined;
}

export interface WorkerOptions extends JobOptions {
  db: Kysely<Schema>;
  /** Name in the log. Default `jobs`. */
  name?: string | undefined;
  /** Jobs of other types stay queued. */
  handlers: Readonly<Record<string, JobHandler>>;
  logger: Logger;
  /** Maximum number of jobs at a time. Default 4. */
  concurrency?: number | undefined;
  /**
   * Maximum number of jobs of one account at a time, in all processes. Default: the value of
   * `concurrency`.
   */
  perTenant?: number | undefined;
}

export interface Worker extends Background {
  /** Wakes the worker. */
  wake(): void;
  /** Claims no more jobs, waits for the running ones, and releases those that do not finish. */
  stop(): Promise<void>;
}

/** Processes the durable job queue. Any number of processes can do so in parallel. */
export function startWorker(options: WorkerOptions): Worker {
  const { db, handlers, logger } = options;
  const { name = 'jobs', concurrency = 4, perTenant, pollMs = 1_000 } = options;
  const { leaseMs = 15_000, graceMs = 10_000 } = options;
  const { retryMs = 2_000, maxAttempts = 20, timeoutMs = 300_000 } = options;
  const types = Object.keys(handlers);
  const running = new Map<ClaimedJob, Promise<void>>();

  async function work(job: ClaimedJob): Promise<void> {
    try {
      if (job.losses >= maxLosses) throw new PermanentFailure(new ProcessEndedTwice());
      const handle = handlers[job.type];
      if (handle !== undefined)
        await withinTime(
          timeoutMs,
          contain(() => handle(job)),
        );
      await finishJob(db, job);
    } catch (error) {
      const failure = describeFailure(error);
      const isFinal = error instanceof PermanentFailure || job.attempts >= maxAttempts;
      const { id, type, attempts } = job;
      const message = isFinal ? 'Job failed; will not retry' : 'Job failed; will retry';
      logger.warn({ job: id, type, attempts, isFinal, failure }, message);
      await (isFinal
        ? failJob(db, job, failure)
        : returnJob(db, job, {
            delayMs: retryDelay(job.attempts, retryMs, error),
            error: failure,
          }));
    }
  }

  function start(job: ClaimedJob): void {
    const done = work(job)
      // The database is unreachable: the lease expires, and the job is reclaimed.
      .catch((error: unknown) => logger.warn({ job: job.id, err: error }, 'Job result not stored'))
      .finally(() => {
        running.delete(job);
        loop.wake();
      });
    running.set(job, done);
  }

  async function startJobs(): Promise<boolean> {
    const limit = concurrency - running.size;
    if (limit === 0 || types.length === 0) return false;
    const jobs = await claimJobs(db, { types, limit, leaseMs, perTenant });
    for (const job of jobs) start(job);
    return jobs.length > 0;
  }

  async function renewLeases(): Promise<boolean> {
    if (running.size > 0) await extendLeases(db, [...running.keys()], leaseMs);
    return false;
  }

  let announced: NodeJS.Timeout | undefined;
  const isBusy = () => running.size > 0 || announced !== undefined;
  const loop = startLoop({ name, everyMs: pollMs, run: startJobs, isBusy, logger });
  const beat = startLoop({ name: `${name} lease`, everyMs: leaseMs / 3, run: renewLeases, logger });

  return {
    idle: loop.idle,
    wake() {
      announced ??= setTimeout(() => {
        announced = undefined;
        loop.wake();
      }, announcedMs);
    },
    async stop() {
      clearTimeout(announced);
      await loop.stop();
      await Promise.race([Promise.all(running.values()), delay(graceMs)]);
      await beat.stop();
      const left = [...running.keys()];
      await Promise.all(left.map((job) => returnJob(db, job, { delayMs: 0 })));
    },
  };
}

/** Fails after `ms`: a handler that never ends must not block its slot forever. */
async function withinTime(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new JobTimeout()), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
