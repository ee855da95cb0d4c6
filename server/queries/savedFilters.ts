import { sql, type Transaction } from 'kysely';
import type { SavedFilter } from '../../src/contract/inboxFilter.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

const columns = ['id', 'name', 'conditions', 'sort'] as const;

export function listSavedFilters(
  trx: Transaction<Schema>,
  agentId: string,
): Promise<SavedFilter[]> {
  return trx
    .selectFrom('saved_filters')
    .select(columns)
    .where('tenant_id', '=', ofTenant)
    .where('agent_id', '=', agentId)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

export function insertFilter(
  trx: Transaction<Schema>,
  agentId: string,
  { name, conditions, sort }: Omit<SavedFilter, 'id'>,
): Promise<SavedFilter> {
  return trx
    .insertInto('saved_filters')
    .values({ agent_id: agentId, name, conditions: JSON.stringify(conditions), sort })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Deletes a filter of the agent. Returns it, or undefined if it did not exist. */
export function deleteSavedFilter(trx: Transaction<Schema>, agentId: string, id: string) {
  return trx
    .deleteFrom('saved_filters')
    .where('tenant_id', '=', ofTenant)
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
}
