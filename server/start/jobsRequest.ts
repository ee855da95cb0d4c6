import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import { retryDeadJob } from '../../src/contract/job.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { type DeadJobsFilter, listStoredDeadJobs, retryStoredDeadJobs } from '../queue/deadJobs.ts';
import { noteInAccount } from './operatorAudit.ts';
import { checkAccount } from './whichAccount.ts';

/** Maximum number of jobs in a list. */
const maxListedJobs = 1_000;

/** The arguments of the command `jobs`. Without an account, it includes every account. */
export const JobsRequest = z.object({
  action: z.enum(['list', 'retry']),
  id: z.optional(z.uuid()),
  type: z.optional(z.string()),
  account: z.optional(z.uuid()),
});
export type JobsRequest = z.infer<typeof JobsRequest>;

/**
 * Lists dead jobs, or queues them again. Returns the lines to print.
 *
 * @throws ConfigurationError if the account or the job does not exist
 */
export async function runJobsRequest(
  db: Kysely<Schema>,
  { action, account, id, type }: JobsRequest,
): Promise<string[]> {
  if (account !== undefined) await checkAccount({ kysely: db }, account);
  const filter = { id, type, everyAccount: account === undefined };
  const scope = { actor: 'worker', ...(account && { tenantId: account }) } as const;
  if (action === 'retry') {
    const count = await inScope(db, scope, (trx) => retryJobs(trx, filter));
    if (id !== undefined && count === 0) {
      throw new ConfigurationError(
        `There is no dead job ${id}. To list dead jobs, run support-server jobs list`,
        'id',
      );
    }
    return [`${count} queued`];
  }
  const found = await inScope(db, scope, (trx) => listStoredDeadJobs(trx, filter, maxListedJobs));
  const lines = found.map(({ failed_at, tenant_id, last_error, payload, id: job, type: kind }) => {
    const about = Object.entries(payload).map(([name, value]) => `${name}=${value}`);
    return [failed_at.toISOString(), job, tenant_id, kind, ...about, last_error].join('  ');
  });
  return [...lines, `Dead jobs: ${found.length}`];
}

/**
 * Queues dead jobs again, with one entry in the audit log of each affected account. Returns the
 * number of jobs.
 */
async function retryJobs(trx: Transaction<Schema>, filter: DeadJobsFilter): Promise<number> {
  const { id: target, type } = filter;
  const queued = await retryStoredDeadJobs(trx, filter);
  const action = `${retryDeadJob.method} ${retryDeadJob.path}`;
  for (const account of new Set(queued)) {
    const jobs = queued.filter((one) => one === account).length;
    await noteInAccount(trx, account, { action, target, after: { type, jobs } });
  }
  return queued.length;
}
