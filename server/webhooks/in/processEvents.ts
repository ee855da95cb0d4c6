import { type Kysely, sql, type Transaction } from 'kysely';
import type { IntegrationStatus } from '../../../src/contract/integration.ts';
import type { Logger } from '../../base/logger.ts';
import type { Schema } from '../../db/schema.ts';
import { enter, inScope } from '../../db/scope.ts';
import { settleMail } from '../../mail/in/settleMail.ts';
import { findProvider } from '../../providers/index.ts';
import {
  changeIntegration,
  findStoredIntegration,
  type StoredIntegration,
} from '../../queries/integrations.ts';
import { notifyIntegration } from '../../queries/live.ts';
import { findWaiting, lockReceivedEvents, markEvents } from '../../queries/receivedEvents.ts';
import { type Loop, startLoop } from '../../queue/loop.ts';

/** Maximum number of events of one integration that are processed in one transaction. */
const maxBatchEvents = 200;
/**
 * Pause before the same integration is processed again, so that a burst needs few batches.
 * Milliseconds.
 */
const batchDelayMs = 100;

/**
 * Processes the events of providers in the order of their arrival. The table of events is the
 * queue: an acknowledged event stays in it until it is processed. Any number of processes can run
 * in parallel.
 */
export function startEventWorker(options: {
  db: Kysely<Schema>;
  logger: Logger;
  /**
   * Interval between polls for events that another process received but did not process. Default 2
   * seconds.
   */
  pollMs?: number | undefined;
}): Loop {
  const { db, logger, pollMs = 2_000 } = options;
  const run = async (signal: AbortSignal) => {
    const recent = new Set<string>();
    while (!signal.aborted) {
      const worked = await processBatch(db);
      if (worked === undefined) return recent.size > 0;
      const { integrationId, count } = worked;
      if (count < maxBatchEvents && recent.has(integrationId)) {
        recent.clear();
        await new Promise((resolve) => setTimeout(resolve, batchDelayMs));
      }
      recent.add(integrationId);
    }
    return false;
  };
  return startLoop({ name: 'provider events', everyMs: pollMs, run, logger });
}

/** Returns the integration that was processed, or undefined if no events wait. */
function processBatch(
  db: Kysely<Schema>,
): Promise<{ integrationId: string; count: number } | undefined> {
  return inScope(db, { actor: 'worker' }, async (trx) => {
    const waiting = await findWaiting(trx);
    if (waiting === undefined) return undefined;
    const { tenantId, integrationId } = waiting;
    await enter(trx, { actor: 'worker', tenantId });
    const events = await lockReceivedEvents(trx, integrationId, maxBatchEvents);
    const ids = events.map(({ id }) => id);
    const integration = await findStoredIntegration(trx, integrationId);
    await apply(trx, integrationId, integration, events);
    // No mail is sent for test data.
    const mails = integration?.mode === 'live' ? events.map(({ mail }) => mail) : [];
    for (const mail of mails) if (mail !== null) await settleMail(trx, mail);
    await markEvents(trx, ids, { status: 'processed' });
    await notifyIntegration(trx, integrationId);
    return { integrationId, count: events.length };
  });
}

/**
 * Counts the events as synced data. An event that reports revoked access puts the integration into
 * the state `error`.
 */
async function apply(
  trx: Transaction<Schema>,
  integrationId: string,
  integration: StoredIntegration | undefined,
  events: readonly { type: string }[],
): Promise<void> {
  const revoking = findProvider(integration?.provider ?? '')?.inbound?.revoking ?? [];
  const isRevoked = events.some(({ type }) => revoking.includes(type));
  await changeIntegration(trx, integrationId, {
    last_sync: sql<Date>`now()`,
    data_synced: counted(events.length),
    ...(isRevoked && {
      lifecycle: 'error' as const,
      connection: 'error' as const,
      error_type: 'authentication_error' as const,
      reason: 'The access was revoked at the provider.',
      // The next check determines the health of the integration and raises the alert.
      next_check_at: integration?.next_check_at && sql<Date>`now()`,
    }),
  });
}

/** Adds in the database, because other processes may change the number at the same time. */
function counted(events: number) {
  return sql<IntegrationStatus['connection']['data_synced']>`jsonb_set(data_synced, '{engagements}',
    to_jsonb((data_synced->>'engagements')::bigint + ${events}))`;
}
