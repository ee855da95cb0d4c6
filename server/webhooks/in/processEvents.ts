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
import { findWaiting, markEvents, takeReceived } from '../../queries/receivedEvents.ts';
import { type Loop, startLoop } from '../../queue/loop.ts';

/** Events of one integration that are processed at a time. */
const batch = 200;
/** Pause in milliseconds before an integration is worked on again, so that a burst is few batches. */
const gathering = 100;

/**
 * Works off what providers have sent, in the order in which it came. The table of events is the queue:
 * acknowledged events stay in it until they are processed. Any number of processes may run in parallel.
 */
export function startEventWorker(options: {
  db: Kysely<Schema>;
  logger: Logger;
  /** How often it polls for events that another process received and did not process. Default 2 seconds. */
  pollMs?: number | undefined;
}): Loop {
  const { db, logger, pollMs = 2_000 } = options;
  const run = async (signal: AbortSignal) => {
    const recent = new Set<string>();
    while (!signal.aborted) {
      const worked = await processBatch(db);
      if (worked === undefined) return recent.size > 0;
      const { integrationId, count } = worked;
      if (count < batch && recent.has(integrationId)) {
        recent.clear();
        await new Promise((resolve) => setTimeout(resolve, gathering));
      }
      recent.add(integrationId);
    }
    return false;
  };
  return startLoop({ name: 'provider events', everyMs: pollMs, run, logger });
}

/** Returns the integration that was processed; undefined if no events wait. */
function processBatch(
  db: Kysely<Schema>,
): Promise<{ integrationId: string; count: number } | undefined> {
  return inScope(db, { actor: 'worker' }, async (trx) => {
    const waiting = await findWaiting(trx);
    if (waiting === undefined) return undefined;
    const { tenantId, integrationId } = waiting;
    await enter(trx, { actor: 'worker', tenantId });
    const events = await takeReceived(trx, integrationId, batch);
    const ids = events.map(({ id }) => id);
    const integration = await findStoredIntegration(trx, integrationId);
    await apply(trx, integrationId, integration, events);
    // No mail is sent about test data.
    const mails = integration?.mode === 'live' ? events.map(({ mail }) => mail) : [];
    for (const mail of mails) if (mail !== null) await settleMail(trx, mail);
    await markEvents(trx, ids, { status: 'processed' });
    await notifyIntegration(trx, integrationId);
    return { integrationId, count: events.length };
  });
}

/** Events are data that came in; one by which access was taken back makes it one that needs a person. */
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
      // A check finds out what is left, and raises the alert.
      next_check_at: integration?.next_check_at && sql<Date>`now()`,
    }),
  });
}

/** Added in the database: others may be at it at the same time. */
function counted(events: number) {
  return sql<IntegrationStatus['connection']['data_synced']>`jsonb_set(data_synced, '{engagements}',
    to_jsonb((data_synced->>'engagements')::bigint + ${events}))`;
}
