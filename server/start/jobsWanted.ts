import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import { retryDeadJob } from '../../src/contract/job.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { type DeadJobsWanted, listStoredDeadJobs, retryStoredDeadJobs } from '../queue/deadJobs.ts';
import { noteInAccount } from './operatorAudit.ts';
import { checkAccount } from './whichAccount.ts';

/** Jobs that a list shows. */
const shown = 1_000;

/** The arguments of the command `jobs`; without an account, of every account. */
export const JobsWanted = z.object({
  action: z.enum(['list', 'retry']),
  id: z.optional(z.uuid()),
  type: z.optional(z.string()),
  account: z.optional(z.uuid()),
});
export type JobsWanted = z.infer<typeof JobsWanted>;

/**
 * Lists jobs that were given up, or queues them once more. Returns the lines to print.
 * @throws ConfigurationError for an account or a job that is not there
 */
export async function answerJobs(
  db: Kysely<Schema>,
  { action, account, id, type }: JobsWanted,
): Promise<string[]> {
  if (account !== undefined) await checkAccount({ kysely: db }, account);
  const wanted = { id, type, everyAccount: account === undefined };
  const scope = { actor: 'worker', ...(account && { tenantId: account }) } as const;
  if (action === 'retry') {
    const count = await inScope(db, scope, (trx) => retryJobs(trx, wanted));
    if (id !== undefined && count === 0) {
      throw new ConfigurationError(
        `There is no job ${id} that was given up. List them: support-server jobs list`,
        'id',
      );
    }
    return [`${count} queued`];
  }
  const found = await inScope(db, scope, (trx) => listStoredDeadJobs(trx, wanted, shown));
  const lines = found.map(({ failed_at, tenant_id, last_error, payload, id: job, type: kind }) => {
    const about = Object.entries(payload).map(([name, value]) => `${name}=${value}`);
    return [failed_at.toISOString(), job, tenant_id, kind, ...about, last_error].join('  ');
  });
  return [...lines, `${found.length} given up`];
}

/** Queues dead jobs, with one entry in the log of each account that has some. Returns how many. */
async function retryJobs(trx: Transaction<Schema>, wanted: DeadJobsWanted): Promise<number> {
  const { id: target, type } = wanted;
  const queued = await retryStoredDeadJobs(trx, wanted);
  const action = `${retryDeadJob.method} ${retryDeadJob.path}`;
  for (const account of new Set(queued)) {
    const jobs = queued.filter((one) => one === account).length;
    await noteInAccount(trx, account, { action, target, after: { type, jobs } });
  }
  return queued.length;
}
