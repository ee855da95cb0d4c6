import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import { byAccount, workerScopes } from '../db/workerScopes.ts';

/** An event to export to another system. */
export interface MirroredEvent {
  tenantId: string;
  id: string;
  name: string;
  timestamp: Date;
  properties: Record<string, string | number | boolean | null>;
  visitorHash: string;
  distinctId: string | null;
}

/** Claims up to 100 events of the last day. Events that are not marked as sent are retried after a minute. */
export async function claimUnmirrored(db: Kysely<Schema>): Promise<MirroredEvent[]> {
  const busy = sql`select tenant_id from events where mirror_at <= now()`;
  for (const scope of await workerScopes(db, busy)) {
    const taken = await claimIn(db, scope);
    if (taken.length > 0) return taken;
  }
  return [];
}

function claimIn(db: Kysely<Schema>, scope: Scope): Promise<MirroredEvent[]> {
  return inScope(db, scope, (trx) =>
    trx
      .updateTable('events')
      .set({ mirror_at: sql<Date>`now() + interval '1 minute'` })
      .where(sql<boolean>`(tenant_id, id) in (
        select tenant_id, id from events
        where mirror_at <= now() and mirror_at > now() - interval '1 day'
          and received_at > now() - interval '1 day'
        order by mirror_at limit 100 for update skip locked)`)
      .returning(['tenant_id as tenantId', 'id', 'name', 'timestamp', 'properties'])
      .returning(['visitor_hash as visitorHash', 'distinct_id as distinctId'])
      .execute(),
  );
}

export async function markMirrored(
  db: Kysely<Schema>,
  events: readonly Pick<MirroredEvent, 'tenantId' | 'id'>[],
): Promise<void> {
  for (const [scope, sent] of byAccount(db, events)) {
    const [tenants, ids] = [sent.map(({ tenantId }) => tenantId), sent.map(({ id }) => id)];
    await inScope(db, scope, (trx) =>
      sql`update events set mirror_at = null
      where (tenant_id, id) in (select * from unnest(${tenants}::uuid[], ${ids}::uuid[]))`.execute(
        trx,
      ),
    );
  }
}
