import type { Kysely, Selectable, Transaction, Updateable } from 'kysely';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
import { defaultAttachmentRules } from '../../src/contract/attachmentDefaults.ts';
import type { TicketCategory } from '../../src/contract/config.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema, TenantsTable } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';

export type Tenant = Omit<Selectable<TenantsTable>, 'categories' | 'attachments'> & {
  attachments: AttachmentRules;
  categories: readonly TicketCategory[];
};

/** The categories of a tenant that has not defined any. */
const defaultCategories: readonly TicketCategory[] = [
  'technical',
  'billing',
  'account',
  'deliverability',
  'integration',
  'feature_request',
  'other',
].map((id) => ({ id }));

/** Returns the tenant of the transaction. */
export async function readTenant(trx: Transaction<Schema>): Promise<Tenant> {
  const tenant = await trx
    .selectFrom('tenants')
    .selectAll()
    // The RLS policy has the same condition, but only this line lets the planner use the index.
    .where('id', '=', ofTenant)
    .executeTakeFirst();
  if (tenant === undefined) throw apiErrors.invalidKey(); // The tenant was deleted in the meantime.
  return {
    ...tenant,
    attachments: tenant.attachments ?? defaultAttachmentRules,
    categories: tenant.categories ?? defaultCategories,
  };
}

/**
 * Returns the name of the queue of a ticket, or its id if the queue was removed. Returns undefined
 * if the ticket has no queue.
 */
export function queueName(
  { routing }: Tenant,
  { queue }: { queue: string | null },
): string | undefined {
  return routing.queues.find(({ id }) => id === queue)?.name ?? queue ?? undefined;
}

export function hasTenant(db: Kysely<Schema>, tenantId: string): Promise<boolean> {
  return inScope(db, { actor: 'operator', tenantId }, async (trx) => {
    const found = await trx.selectFrom('tenants').select('id').where('id', '=', tenantId).execute();
    return found.length > 0;
  });
}

/** Changes settings of the tenant of the transaction, which must be in the scope `operator`. */
export async function changeTenant(
  trx: Transaction<Schema>,
  change: Pick<Updateable<TenantsTable>, 'business_hours' | 'first_response' | 'email_channel'>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await trx.updateTable('tenants').set(change).where('id', '=', ofTenant).execute();
}
