import { sql, type Transaction } from 'kysely';
import type { AcceptedEvent } from '../../src/contract/event.ts';
import { isRevealing } from '../../src/contract/eventRules.ts';
import type { Schema } from '../db/schema.ts';
import { concernsDeflection, rebuildDeflections } from './deflections.ts';
import { countMailto } from './requestMetrics.ts';

/** Stores the new events and applies their effects. Returns how many were new. */
export async function storeEvents(
  trx: Transaction<Schema>,
  events: readonly AcceptedEvent[],
  { visitorHash, distinctId }: { visitorHash: string; distinctId: string | undefined },
): Promise<number> {
  if (events.length === 0) return 0;
  const found = await trx
    .insertInto('events')
    .values(
      events.map(({ id, name, timestamp, properties }) => ({
        id,
        name,
        timestamp: sql<Date>`least(${timestamp}::timestamptz, now())`,
        properties: JSON.stringify(withoutAddresses(properties)),
        distinct_id: distinctId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (distinctId !== undefined && found.length < events.length)
    await assignDistinctId(trx, events, distinctId);
  const ids = new Set(found.map(({ id }) => id));
  const stored = events.filter(({ id }) => ids.delete(id.toLowerCase()));
  await countMailto(
    trx,
    stored.filter(({ name }) => name === 'support_mailto_fallback'),
  );
  if (stored.some(({ name }) => concernsDeflection(name)))
    await rebuildDeflections(trx, visitorHash);
  return stored.length;
}

/**
 * Adds the PostHog id of the page to stored events that have none yet and are still to be exported,
 * so that their export has the same id as the page's own events.
 */
async function assignDistinctId(
  trx: Transaction<Schema>,
  events: readonly AcceptedEvent[],
  distinctId: string,
): Promise<void> {
  await trx
    .updateTable('events')
    .set({ distinct_id: distinctId, mirror_at: sql<Date>`now()` })
    .where(
      'id',
      'in',
      events.map(({ id }) => id),
    )
    .where('distinct_id', 'is', null)
    .where('mirror_at', 'is not', null)
    .execute();
}

function withoutAddresses(properties: AcceptedEvent['properties']): AcceptedEvent['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => typeof value !== 'string' || !isRevealing(value),
    ),
  );
}
