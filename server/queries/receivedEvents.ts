import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { InboundEvent } from '../providers/inbound.ts';
import { queueJob } from './jobs.ts';

type Trx = Transaction<Schema>;

/**
 * Where a webhook's address leads: to an integration by its id, or to the one that a tenant has with
 * the provider. Asks as a worker: the signature is the permission.
 */
export function findReceiver(trx: Trx, { provider, id }: { provider: string; id: string }) {
  return trx
    .selectFrom('integrations')
    .select(['tenant_id as tenantId', 'id as integrationId'])
    .where('provider', '=', provider)
    .where((where) => where.or([where('id', '=', id), where('tenant_id', '=', id)]))
    .orderBy(sql`id = ${id}`, 'desc')
    .orderBy('created_at')
    .executeTakeFirst();
}

/** Keeps events, and queues their work, unless all of them have come before. Gives how many are new. */
export async function keepReceived(
  trx: Trx,
  integrationId: string,
  events: readonly InboundEvent[],
): Promise<number> {
  if (events.length === 0) return 0;
  const kept = await trx
    .insertInto('received_events')
    .values(
      events.map(({ id, type, payload, nonce }) => ({
        id: randomUUID(),
        integration_id: integrationId,
        event_id: id.slice(0, 256),
        nonce: nonce ?? null,
        type: type.slice(0, 128),
        payload: JSON.stringify(payload),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (kept.length > 0) {
    await queueJob(trx, { type: 'work_off_events', payload: { integrationId } });
  }
  return kept.length;
}

/** Events that wait, oldest first; no other process gets them before the transaction ends. */
export function takeReceived(trx: Trx, integrationId: string, limit: number) {
  return trx
    .selectFrom('received_events')
    .select(['id', 'type', 'payload'])
    .where('integration_id', '=', integrationId)
    .where('status', '=', 'queued')
    .orderBy('received_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function markProcessed(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('received_events')
    .set({ status: 'processed' })
    .where('id', 'in', ids)
    .execute();
}
