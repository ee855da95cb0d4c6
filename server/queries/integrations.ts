import { type Insertable, type Selectable, sql, type Transaction, type UpdateObject } from 'kysely';
import type { IntegrationsTable } from '../db/integrationTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { registerChat } from './chatJobs.ts';

export type StoredIntegration = Selectable<IntegrationsTable>;
type Trx = Transaction<Schema>;

/** Undefined fields do not change. */
export type IntegrationChange = UpdateObject<Schema, 'integrations'>;

/**
 * Returns the visible integrations. `organizationId` selects those of one organization; null
 * selects the account's own.
 */
export function listStoredIntegrations(
  trx: Trx,
  organizationId?: string | null,
): Promise<StoredIntegration[]> {
  return (
    trx
      .selectFrom('integrations')
      .selectAll()
      .where('tenant_id', '=', ofTenant)
      .$if(organizationId !== undefined, (query) =>
        query.where(sql<boolean>`organization_id is not distinct from ${organizationId}`),
      )
      // A connection of the visitor's organization comes before the account's own connection of the
      // same name.
      .orderBy(sql`organization_id is null`)
      .orderBy('category')
      .orderBy('name')
      .execute()
  );
}

export function findStoredIntegration(
  trx: Trx,
  id: string,
): Promise<StoredIntegration | undefined> {
  return trx
    .selectFrom('integrations')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Like `findStoredIntegration`, and locks the row until the transaction ends. */
export function lockIntegration(trx: Trx, id: string): Promise<StoredIntegration | undefined> {
  return trx
    .selectFrom('integrations')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Returns the id of the organization's or the account's integration with this provider and name.
 * Creates it if necessary.
 */
export async function findOrCreateIntegration(
  trx: Trx,
  made: Pick<Insertable<IntegrationsTable>, 'organization_id' | 'provider' | 'name' | 'category'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('integrations')
    .values(made)
    .onConflict((conflict) =>
      conflict
        .expression(sql`tenant_id, mode, coalesce(organization_id, ''), provider, name`)
        .doUpdateSet({ name: made.name }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await registerChat(trx, id, made.provider);
  return id;
}

export async function changeIntegration(
  trx: Trx,
  id: string,
  change: IntegrationChange,
): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await trx
    .updateTable('integrations')
    .set(change)
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
}

export async function deleteIntegration(trx: Trx, id: string): Promise<void> {
  await trx
    .deleteFrom('integrations')
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
}

export function listReceived(trx: Trx, integrationId: string, limit: number) {
  return trx
    .selectFrom('received_events')
    .select(['id', 'type', 'received_at', 'status', 'message'])
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}

export type SecretKind = 'credentials' | 'tokens';

export async function storeSecret(
  trx: Trx,
  secret: { integrationId: string; kind: SecretKind; sealed: string; expiresAt: Date | null },
): Promise<void> {
  const change = {
    sealed: secret.sealed,
    expires_at: secret.expiresAt,
    refreshing_until: null,
  };
  await trx
    .insertInto('integration_secrets')
    .values({ integration_id: secret.integrationId, kind: secret.kind, ...change })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'integration_id', 'kind']).doUpdateSet(change),
    )
    .execute();
}

export function readSecrets(trx: Trx, integrationId: string) {
  return trx
    .selectFrom('integration_secrets')
    .select(['kind', 'sealed', 'expires_at'])
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .execute();
}

export async function deleteSecrets(trx: Trx, integrationId: string): Promise<void> {
  await trx
    .deleteFrom('integration_secrets')
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .execute();
}
