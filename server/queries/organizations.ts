import { type Selectable, sql, type Transaction } from 'kysely';
import type { SignedOrganization } from '../base/signedVisitor.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { OrganizationsTable, Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

export type StoredOrganization = Selectable<OrganizationsTable>;

/**
 * Stores an organization. A missing name or plan does not change. Test data changes no existing
 * organization.
 */
export async function upsertOrganization(
  trx: Transaction<Schema>,
  { id, name, plan }: SignedOrganization,
): Promise<void> {
  await sendPipelined(
    trx,
    sql`insert into organizations as stored (id, name, plan) values (${id}, ${name ?? null}, ${plan ?? null})
      on conflict (tenant_id, id) do update set
        name = coalesce(excluded.name, stored.name), plan = coalesce(excluded.plan, stored.plan),
        updated_at = now()
      where support.mode() is distinct from 'test' and (stored.name, stored.plan) is distinct from
        (coalesce(excluded.name, stored.name), coalesce(excluded.plan, stored.plan))`,
  );
}

export function findOrganization(
  trx: Transaction<Schema>,
  id: string,
): Promise<StoredOrganization | undefined> {
  return trx
    .selectFrom('organizations')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}
