import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { SyncLogEntry } from '../../src/contract/sync.ts';
import type { IntegrationSyncsTable } from '../db/integrationTables.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';

type Trx = Transaction<Schema>;

const none = JSON.stringify({ accounts: 0, contacts: 0, engagements: 0 });

/** The time limit for the report of a requested sync. */
const syncReportTimeout = sql`interval '1 hour'`;

export interface StoredSync extends Pick<SyncLogEntry, 'id' | 'status' | 'records' | 'message'> {
  integration_id: string;
  started_at: Date;
  finished_at: Date | null;
}

/**
 * Lists syncs of one or all integrations, newest first. `after`: only syncs older than the one with
 * this id.
 */
export function listSyncs(
  trx: Trx,
  options: {
    limit: number;
    integrationId?: string | undefined;
    status?: SyncLogEntry['status'] | undefined;
    after?: string | undefined;
  },
): Promise<StoredSync[]> {
  const { integrationId, status, after, limit } = options;
  return trx
    .selectFrom('integration_syncs')
    .select(['id', 'integration_id', 'started_at', 'finished_at', 'status', 'records', 'message'])
    .where('tenant_id', '=', ofTenant)
    .$if(integrationId !== undefined, (query) =>
      query.where('integration_id', '=', integrationId ?? ''),
    )
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'running'))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(started_at, id) <
          (select s.started_at, s.id from integration_syncs as s where s.id = ${after})`,
      ),
    )
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Records that a sync was requested. */
export async function beginSync(trx: Trx, integrationId: string): Promise<void> {
  await trx
    .insertInto('integration_syncs')
    .values({
      integration_id: integrationId,
      started_at: sql<Date>`now()`,
      status: 'running',
      records: none,
    })
    .execute();
}

/** Returns whether a requested sync is still running. */
export async function isSyncing(trx: Trx, integrationId: string): Promise<boolean> {
  const running = await trx
    .selectFrom('integration_syncs')
    .select('id')
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .where('status', '=', 'running')
    .where('started_at', '>', sql<Date>`now() - ${syncReportTimeout}`)
    .executeTakeFirst();
  return running !== undefined;
}

/** Stores the result of the requested sync, or of a sync that was not requested. */
export async function endSync(
  trx: Trx,
  integrationId: string,
  sync: Omit<Insertable<IntegrationSyncsTable>, 'integration_id'>,
): Promise<void> {
  const ended = await trx
    .updateTable('integration_syncs')
    .set(sync)
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .where('status', '=', 'running')
    .returning('id')
    .execute();
  if (ended.length > 0) return;
  await trx
    .insertInto('integration_syncs')
    .values({ integration_id: integrationId, ...sync })
    .execute();
}

/**
 * Marks syncs without a result as failed when their time is up. Their integrations are no longer
 * syncing.
 */
export async function endOverdueSyncs(db: Kysely<Schema>): Promise<void> {
  for (const scope of await workerScopes(db)) {
    await inScope(db, scope, async (trx) => {
      await sql`with overdue as (
        update integration_syncs set status = 'failed', finished_at = now(),
          message = 'No result was reported in time.'
        where status = 'running' and started_at <= now() - ${syncReportTimeout}
        returning tenant_id, integration_id)
      update integrations set connection = 'connected' from overdue
      where integrations.tenant_id = overdue.tenant_id and id = overdue.integration_id
        and connection = 'syncing'`.execute(trx);
    });
  }
}
