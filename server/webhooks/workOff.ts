import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { JobHandler } from '../jobs/worker.ts';
import { findProvider } from '../providers/index.ts';
import { changeIntegration, findStoredIntegration } from '../queries/integrations.ts';
import { notifyTenant } from '../queries/live.ts';
import { markProcessed, takeReceived } from '../queries/receivedEvents.ts';

const batch = 200;

/**
 * Works off what providers have sent: it counts as data that came in, and an event by which access was
 * taken back makes the integration one that needs a person.
 */
export function receivedEvents(db: Kysely<Schema>): Record<'work_off_events', JobHandler> {
  async function workOff(tenantId: string, integrationId: string): Promise<boolean> {
    return inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      const integration = await findStoredIntegration(trx, integrationId);
      const events = await takeReceived(trx, integrationId, batch);
      if (integration === undefined || events.length === 0) return false;
      const revoking = findProvider(integration.provider)?.inbound?.revoking ?? [];
      const isRevoked = events.some(({ type }) => revoking.includes(type));
      const { data_synced: before } = integration;
      await changeIntegration(trx, integrationId, {
        last_sync: sql<Date>`now()`,
        data_synced: {
          ...before,
          engagements: before.engagements + events.length,
        },
        ...(isRevoked && {
          lifecycle: 'error' as const,
          connection: 'error' as const,
          error_type: 'authentication_error' as const,
          reason: 'The access was taken back at the provider.',
          // A check finds out what is left, and raises the alert.
          next_check_at: integration.next_check_at && sql<Date>`now()`,
        }),
      });
      await markProcessed(
        trx,
        events.map(({ id }) => id),
      );
      await notifyTenant(trx, { type: 'integration', integration_id: integrationId });
      return events.length === batch;
    });
  }
  return {
    async work_off_events({ tenantId, payload }) {
      while (await workOff(tenantId, payload.integrationId ?? '')) {
        // more of them wait
      }
    },
  };
}
