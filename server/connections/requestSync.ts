import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { changeIntegration, lockIntegration } from '../queries/integrations.ts';
import { notifyIntegration } from '../queries/live.ts';
import { beginSync, isSyncing } from '../queries/syncs.ts';
import { emitIfSubscribed } from '../queries/webhookEvents.ts';

/**
 * Requests a sync of an integration from the host's backend. `test`: only the connection can be
 * tested.
 * @throws ConflictError, NotFoundError
 */
export async function requestSync(trx: Transaction<Schema>, id: string): Promise<'sync' | 'test'> {
  const found = await lockIntegration(trx, id);
  if (found === undefined) throw apiErrors.notFound('There is no such integration. Check the id.');
  const { provider, name, mode, lifecycle, connection } = found;
  const isInUse = lifecycle === 'active' || lifecycle === 'error' || lifecycle === 'maintenance';
  if (!isInUse || connection === 'disconnected') {
    throw apiErrors.notSyncable('The integration is not connected. Connect it first.');
  }
  if (await isSyncing(trx, id)) return 'sync';
  const about = { integration_id: id, provider, name, mode };
  if (await emitIfSubscribed(trx, 'integration.sync_requested', about)) {
    await beginSync(trx, id);
    // A sync request does not reset the state of a broken integration.
    if (connection === 'connected') await changeIntegration(trx, id, { connection: 'syncing' });
    await notifyIntegration(trx, id);
    return 'sync';
  }
  if (found.next_check_at !== null) return 'test';
  const sentence =
    'The integration cannot be synced: no webhook subscribes to integration.sync_requested.';
  throw apiErrors.notSyncable(sentence);
}
