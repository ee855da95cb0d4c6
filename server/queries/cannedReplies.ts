import { type Selectable, sql, type Transaction } from 'kysely';
import type { CannedRepliesTable } from '../db/deskTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

export type StoredCannedReply = Omit<Selectable<CannedRepliesTable>, 'tenant_id'>;
type Fields = Pick<StoredCannedReply, 'name' | 'shortcut' | 'text'>;

const columns = ['id', 'name', 'shortcut', 'text', 'updated_at', 'version', 'saved_by'] as const;

export function listStoredCannedReplies(trx: Transaction<Schema>): Promise<StoredCannedReply[]> {
  return trx
    .selectFrom('canned_replies')
    .select(columns)
    .where('tenant_id', '=', ofTenant)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

export function insertCannedReply(
  trx: Transaction<Schema>,
  fields: Fields & { saved_by: string | null },
): Promise<StoredCannedReply> {
  return trx
    .insertInto('canned_replies')
    .values(fields)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

interface CannedChange extends Partial<Record<keyof Fields, string | undefined>> {
  saved_by: string | null;
  /** The version that is replaced; any version if undefined. */
  base_version?: number | undefined;
}

/** Updates a canned reply. Returns undefined if it does not exist, or has another version. */
export function changeCannedReply(
  trx: Transaction<Schema>,
  id: string,
  { name, shortcut, text, saved_by, base_version }: CannedChange,
): Promise<StoredCannedReply | undefined> {
  return trx
    .updateTable('canned_replies')
    .set({
      ...(name !== undefined && { name }),
      ...(shortcut !== undefined && { shortcut }),
      ...(text !== undefined && { text }),
      updated_at: sql<Date>`now()`,
      version: sql<number>`version + 1`,
      saved_by,
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .$if(base_version !== undefined, (query) => query.where('version', '=', base_version ?? 0))
    .returning(columns)
    .executeTakeFirst();
}

/** Deletes a canned reply. Returns it, or undefined if it did not exist. */
export function deleteStoredCannedReply(
  trx: Transaction<Schema>,
  id: string,
): Promise<StoredCannedReply | undefined> {
  return trx
    .deleteFrom('canned_replies')
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
}
