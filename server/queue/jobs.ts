import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

/** A job that this process holds until its lease ends. `attempts` counts this one. */
export interface HeldJob {
  id: string;
  tenantId: string;
  type: string;
  payload: Record<string, string>;
  attempts: number;
}

const worker = { actor: 'worker' } as const;
const after = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;

export interface NewJob {
  type: string;
  payload: Record<string, string>;
  /** Default 0. */
  delaySeconds?: number;
}

/** Queues jobs in the transaction of what they are about. */
export async function queueJobs(trx: Transaction<Schema>, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await trx
    .insertInto('jobs')
    .values(
      jobs.map(({ type, payload, delaySeconds = 0 }) => ({
        id: randomUUID(),
        type,
        payload: JSON.stringify(payload),
        run_at: after(delaySeconds * 1_000),
      })),
    )
    .execute();
}

/**
 * Takes up to `limit` due jobs of the given types. Each comes back by itself when `leaseMs` has
 * passed, so the jobs of a killed process are not lost.
 */
export function claimJobs(
  db: Kysely<Schema>,
  { types, limit, leaseMs }: { types: readonly string[]; limit: number; leaseMs: number },
): Promise<HeldJob[]> {
  return inScope(db, worker, (trx) =>
    trx
      .updateTable('jobs')
      .set({ run_at: after(leaseMs), attempts: sql`attempts + 1` })
      .where('id', 'in', (due) =>
        due
          .selectFrom('jobs')
          .select('id')
          .where('failed_at', 'is', null)
          .where('run_at', '<=', sql<Date>`now()`)
          .where('type', 'in', types)
          .orderBy('run_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'tenant_id as tenantId', 'type', 'payload', 'attempts'])
      .execute(),
  );
}

export async function finishJob(db: Kysely<Schema>, job: HeldJob): Promise<void> {
  await inScope(db, worker, (trx) => trx.deleteFrom('jobs').where(isHeld(job)).execute());
}

/** Puts a job back, to be taken again after `delayMs`. */
export async function returnJob(
  db: Kysely<Schema>,
  job: HeldJob,
  { delayMs, error }: { delayMs: number; error?: string },
): Promise<void> {
  const change = {
    run_at: after(delayMs),
    ...(error === undefined ? {} : { last_error: error }),
  };
  await inScope(db, worker, (trx) =>
    trx.updateTable('jobs').set(change).where(isHeld(job)).execute(),
  );
}

/** Makes held jobs due: for a start when no other process can be at work, so they are a dead one's. */
export async function recallJobs(db: Kysely<Schema>): Promise<void> {
  await inScope(db, worker, (trx) =>
    trx
      .updateTable('jobs')
      .set({ run_at: sql<Date>`now()` })
      .where('failed_at', 'is', null)
      .where('attempts', '>', 0)
      .execute(),
  );
}

/** Keeps a job that will not be tried again, for an operator to look at. */
export async function failJob(db: Kysely<Schema>, job: HeldJob, error: string): Promise<void> {
  const change = { failed_at: sql<Date>`now()`, last_error: error };
  await inScope(db, worker, (trx) =>
    trx.updateTable('jobs').set(change).where(isHeld(job)).execute(),
  );
}

/** False once the lease has ended and another worker has taken the job: its result is not ours to write. */
function isHeld(job: HeldJob) {
  return sql<boolean>`id = ${job.id} and attempts = ${job.attempts} and failed_at is null`;
}
