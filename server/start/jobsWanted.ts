import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { listStoredDeadJobs, retryStoredDeadJobs } from '../queue/deadJobs.ts';

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

/** Lists dead jobs, or queues them again. Returns the lines to print. */
export async function answerJobs(
  db: Kysely<Schema>,
  { action, account, id, type }: JobsWanted,
): Promise<string[]> {
  const wanted = { id, type, everyAccount: account === undefined };
  const scope = { actor: 'worker', ...(account && { tenantId: account }) } as const;
  if (action === 'retry') {
    const count = await inScope(db, scope, (trx) => retryStoredDeadJobs(trx, wanted));
    return [`${count} queued`];
  }
  const found = await inScope(db, scope, (trx) => listStoredDeadJobs(trx, wanted, shown));
  const lines = found.map(({ failed_at, tenant_id, last_error, payload, id: job, type: kind }) => {
    const about = Object.entries(payload).map(([name, value]) => `${name}=${value}`);
    return [failed_at.toISOString(), job, tenant_id, kind, ...about, last_error].join('  ');
  });
  return [...lines, `${found.length} given up`];
}
