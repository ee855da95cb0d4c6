import { randomUUID } from 'node:crypto';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { byAccount } from '../db/workerScopes.ts';

/**
 * A job that this process has claimed, until its lease ends. `attempts` includes the current
 * attempt.
 */
export interface ClaimedJob {
  id: string;
  tenantId: string;
  type: string;
  payload: Record<string, string>;
  attempts: number;
  /** Number of processes that ended while they ran it. */
  losses: number;
}

const worker = { actor: 'worker' } as const;
const after = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;

export interface NewJob {
  type: string;
  payload: Record<string, string>;
  /** Seconds until the job is due. Default 0. */
  delaySeconds?: number;
}

/** Queues jobs. It must run in the transaction of the change that they belong to. */
export async function queueJobs(trx: Transaction<Schema>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ type, payload, delaySeconds = 0 }) => ({
    id: randomUUID(),
    type,
    payload: JSON.stringify(payload),
    run_at: after(delaySeconds * 1_000),
  }));
  await sendPipelined(trx, trx.insertInto('jobs').values(rows));
}

/**
 * Queues the jobs that queries select, in one statement. Each query returns id, type and payload.
 * `counting`: common table expressions that the queries read.
 */
export async function queueSelectedJobs(
  trx: Transaction<Schema>,
  queries: readonly RawBuilder<unknown>[],
  counting: readonly RawBuilder<unknown>[] = [],
): Promise<void> {
  const before = counting.length === 0 ? sql`` : sql`with ${sql.join(counting)}`;
  await sendPipelined(
    trx,
    sql`${before} insert into jobs (id, type, payload) ${sql.join(queries, sql` union all `)}`,
  );
}

/** Returns a query for a job, if the condition is true when it runs. */
export function jobIf(
  isWanted: RawBuilder<boolean>,
  { type, payload }: Omit<NewJob, 'delaySeconds'>,
): RawBuilder<unknown> {
  return sql`select ${randomUUID()}::uuid, ${type}::text, ${JSON.stringify(payload)}::jsonb
    where ${isWanted}`;
}

/** Extends the leases of the jobs that this process runs, to `leaseMs` from now. */
export async function extendLeases(
  db: Kysely<Schema>,
  jobs: readonly ClaimedJob[],
  leaseMs: number,
): Promise<void> {
  for (const [scope, claimed] of byAccount(db, jobs)) {
    const ids = claimed.map(({ id }) => id);
    const tenants = claimed.map(({ tenantId }) => tenantId);
    const attempts = claimed.map((job) => job.attempts);
    await inScope(db, scope, (trx) =>
      sql`update jobs set run_at = ${after(leaseMs)}
        from unnest(${tenants}::uuid[], ${ids}::uuid[], ${attempts}::integer[])
          as claimed (tenant_id, id, attempts)
        where jobs.tenant_id = claimed.tenant_id and jobs.id = claimed.id
          and jobs.attempts = claimed.attempts and failed_at is null`.execute(trx),
    );
  }
}

export async function finishJob(db: Kysely<Schema>, job: ClaimedJob): Promise<void> {
  await inScope(db, scopeOf(job), (trx) => trx.deleteFrom('jobs').where(isClaimed(job)).execute());
}

/** Puts a job back into the queue. It is retried after `delayMs`. */
export async function returnJob(
  db: Kysely<Schema>,
  job: ClaimedJob,
  { delayMs, error }: { delayMs: number; error?: string },
): Promise<void> {
  const change = {
    run_at: after(delayMs),
    claimed_at: null,
    losses: 0,
    ...(error === undefined ? {} : { last_error: error }),
  };
  await inScope(db, scopeOf(job), (trx) =>
    trx.updateTable('jobs').set(change).where(isClaimed(job)).execute(),
  );
}

/**
 * Makes all claimed jobs due. It runs at a start when no other process can be running, so their
 * processes have crashed.
 */
export async function recallJobs(db: Kysely<Schema>): Promise<void> {
  await inScope(db, worker, (trx) =>
    trx
      .updateTable('jobs')
      .set({ run_at: sql<Date>`now()` })
      .where('failed_at', 'is', null)
      .where('claimed_at', 'is not', null)
      .execute(),
  );
}

/** Marks a job as dead: it is not retried, and an operator can look at it. */
export async function failJob(db: Kysely<Schema>, job: ClaimedJob, error: string): Promise<void> {
  const change = { failed_at: sql<Date>`now()`, claimed_at: null, last_error: error };
  await inScope(db, scopeOf(job), (trx) =>
    trx.updateTable('jobs').set(change).where(isClaimed(job)).execute(),
  );
}

const scopeOf = ({ tenantId }: ClaimedJob) => ({ actor: 'worker', tenantId }) as const;

/**
 * False if the lease has ended and another worker has claimed the job. This worker must not store a
 * result then.
 */
function isClaimed(job: ClaimedJob) {
  return sql<boolean>`tenant_id = ${job.tenantId} and id = ${job.id}
    and attempts = ${job.attempts} and failed_at is null`;
}
