import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

interface StoredDeadJob {
  id: string;
  tenant_id: string;
  type: string;
  payload: Record<string, string>;
  attempts: number;
  failed_at: Date;
  last_error: string | null;
}

/** Selects dead jobs. Without `everyAccount`, only those of the account of the transaction. */
export interface DeadJobsFilter {
  type?: string | undefined;
  id?: string | undefined;
  everyAccount?: boolean;
}

function matches({ type, id, everyAccount = false }: DeadJobsFilter) {
  const conditions = [
    sql`failed_at is not null`,
    ...(everyAccount ? [] : [sql`tenant_id = ${ofTenant}`]),
    ...(type === undefined ? [] : [sql`type = ${type}`]),
    ...(id === undefined ? [] : [sql`id = ${id}`]),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Lists dead jobs, the latest first. */
export function listStoredDeadJobs(
  trx: Transaction<Schema>,
  filter: DeadJobsFilter,
  limit: number,
): Promise<StoredDeadJob[]> {
  return trx
    .selectFrom('jobs')
    .select(['id', 'tenant_id', 'type', 'payload', 'attempts', 'failed_at', 'last_error'])
    .where(matches(filter))
    .orderBy('failed_at', 'desc')
    .limit(limit)
    .$narrowType<{ failed_at: Date }>()
    .execute();
}

/** Queues dead jobs again, with all their attempts. Returns the account of each job. */
export async function retryStoredDeadJobs(
  trx: Transaction<Schema>,
  filter: DeadJobsFilter,
): Promise<string[]> {
  const queued = await trx
    .updateTable('jobs')
    .set({ failed_at: null, attempts: 0, losses: 0, claimed_at: null, run_at: sql<Date>`now()` })
    .where(matches(filter))
    .returning('tenant_id')
    .execute();
  return queued.map(({ tenant_id }) => tenant_id);
}
