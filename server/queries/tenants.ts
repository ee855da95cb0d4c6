import { type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely';
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

/** An account with the date of the newest entry of What's new in each language. */
export type AccountWithNews = Tenant & { news: Readonly<Record<string, Date>> };

const selectTenant = (trx: Transaction<Schema>) =>
  trx
    .selectFrom('tenants')
    .selectAll()
    // The RLS policy has the same condition, but only this line lets the planner use the index.
    .where('id', '=', ofTenant);

/** Returns the tenant of the transaction. */
export async function readTenant(trx: Transaction<Schema>): Promise<Tenant> {
  return withDefaults(await selectTenant(trx).executeTakeFirst());
}

/** Like `readTenant`, with the dates of What's new, in one statement. */
export async function readAccountWithNews(trx: Transaction<Schema>): Promise<AccountWithNews> {
  const found = await selectTenant(trx)
    .select((of) =>
      of
        .selectFrom((from) =>
          from
            .selectFrom('articles')
            .select(['locale', 'news_at'])
            .distinctOn('locale')
            .where('tenant_id', '=', ofTenant)
            .where('published', '=', true)
            .where('news_at', '<=', sql<Date>`now()`)
            .orderBy('locale')
            .orderBy('news_at', 'desc')
            .as('newest'),
        )
        .select(sql<Record<string, string>>`json_object_agg(locale, news_at)`.as('dates'))
        .as('dates'),
    )
    .executeTakeFirst();
  const { dates, ...tenant } = withDefaults(found);
  const news = Object.entries(dates ?? {}).map(([locale, at]) => [locale, new Date(at)] as const);
  return { ...tenant, news: Object.fromEntries(news) };
}

function withDefaults<Row extends Selectable<TenantsTable>>(tenant: Row | undefined) {
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
