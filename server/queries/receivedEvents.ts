import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { InboundEvent } from '../ask/inbound.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;

/**
 * Returns the integration that a webhook address leads to: by its id, or the tenant's live
 * integration with the provider. It reads in the scope `worker`, because the signature is the
 * permission.
 */
export function findReceiver(trx: Trx, { provider, id }: { provider: string; id: string }) {
  return trx
    .selectFrom('integrations')
    .select(['tenant_id as tenantId', 'id as integrationId', 'mode'])
    .where('provider', '=', provider)
    .where(isOpenAccount('integrations.tenant_id'))
    .where((where) =>
      where.or([
        where('id', '=', id),
        where.and([where('tenant_id', '=', id), where('mode', '=', 'live')]),
      ]),
    )
    .orderBy(sql`id = ${id}`, 'desc')
    .orderBy('created_at')
    .executeTakeFirst();
}

/** Stores events to be processed, except duplicates. Returns the ids of the new ones. */
export async function insertReceivedEvents(
  trx: Trx,
  integrationId: string,
  events: readonly InboundEvent[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const inserted = await trx
    .insertInto('received_events')
    .values(
      events.map(({ id, type, payload, nonce, mail }) => ({
        id: randomUUID(),
        integration_id: integrationId,
        event_id: stored(id),
        nonce: nonce ?? null,
        type: stored(type).slice(0, 128),
        payload: JSON.stringify(payload),
        mail: mail === undefined ? null : JSON.stringify(mail),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .execute();
  const added = new Set(inserted.map(({ event_id }) => event_id));
  return new Set(events.map(({ id }) => id).filter((id) => added.has(stored(id))));
}

/** Truncates an id or type to the length that is stored. */
function stored(text: string): string {
  return text.replaceAll('\0', '').slice(0, 256);
}

/** Returns the integration whose events have waited longest and are not being processed. */
export function findWaiting(trx: Trx) {
  return trx
    .selectFrom('received_events')
    .select(['tenant_id as tenantId', 'integration_id as integrationId'])
    .where('status', '=', 'queued')
    .where(isOpenAccount('received_events.tenant_id'))
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/**
 * Returns waiting events, oldest first. No other process can take them before the transaction ends.
 */
export function lockReceivedEvents(trx: Trx, integrationId: string, limit: number) {
  return trx
    .selectFrom('received_events')
    .select(['id', 'type', 'mail'])
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .where('status', '=', 'queued')
    .orderBy('received_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/**
 * Returns the average number of seconds from receiving an event to processing it, over 24 hours.
 * Returns null without events.
 */
export async function readWorkOffTime(trx: Trx): Promise<number | null> {
  const { seconds = null } =
    (await trx
      .selectFrom('received_events')
      .select(
        sql<number | null>`extract(epoch from avg(processed_at - received_at))::float8`.as(
          'seconds',
        ),
      )
      .where('tenant_id', '=', ofTenant)
      .where('status', '=', 'processed')
      .where('received_at', '>', sql<Date>`now() - interval '24 hours'`)
      .executeTakeFirst()) ?? {};
  return seconds;
}

export async function markEvents(
  trx: Trx,
  ids: readonly string[],
  outcome: { status: 'processed' | 'failed' },
): Promise<void> {
  // The report about a mail is stored with the mail, so the copy in the event is deleted.
  const change = { ...outcome, mail: null, processed_at: sql<Date>`clock_timestamp()` };
  await trx
    .updateTable('received_events')
    .set(change)
    .where('tenant_id', '=', ofTenant)
    .where('id', 'in', ids)
    .execute();
}
