import { type Kysely, sql } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import { findSystem } from '../../src/integrations/catalogue.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import {
  changeIntegration,
  findOrCreateIntegration,
  storeSecret,
} from '../queries/integrations.ts';
import { notifyIntegration } from '../queries/live.ts';
import type { Connections, Returned } from './connections.ts';

/** The parameters of a connection. Without an integration, one is created. */
export interface NewAccount {
  tenantId: string;
  provider: string;
  integrationId: string | null;
  /** The mode of the key that connects it. */
  mode: KeyMode;
  /** The organization that owns it. Null: the account itself. */
  organizationId: string | null;
}

/**
 * Exchanges the returned code for tokens and stores them. Resolves to the id of the integration,
 * which is checked next.
 * @throws IntegrationError
 */
export async function connectAccount(
  { db, connections }: { db: Kysely<Schema>; connections: Connections },
  { tenantId, mode, provider, ...account }: NewAccount,
  returned: Returned,
): Promise<string> {
  const granted = await connections.finish(provider, returned);
  const { name, category } = findSystem(provider) ?? { name: provider, category: 'crm' };
  return inScope(db, { actor: 'worker', tenantId, mode }, async (trx) => {
    const integrationId =
      account.integrationId ??
      (await findOrCreateIntegration(trx, {
        organization_id: account.organizationId,
        provider,
        name,
        category,
      }));
    const sealed = connections.seal(granted, { tenantId, integrationId });
    await storeSecret(trx, { integrationId, kind: 'tokens', ...sealed });
    await changeIntegration(trx, integrationId, {
      lifecycle: 'active',
      connection: 'connected',
      ever_connected: true,
      error_type: null,
      reason: null,
      error_count: 0,
      passes: 2,
      health: 'unknown',
      check_interval: 30,
      last_check: null,
      next_check_at: sql<Date>`now()`,
      checking_until: null,
      check_losses: 0,
    });
    await notifyIntegration(trx, integrationId);
    return integrationId;
  });
}
