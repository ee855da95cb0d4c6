import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { deleteRows } from './deleteRows.ts';

/**
 * Pictures that no article shows are kept for this time, because the article may be saved later.
 */
const unusedHours = 24;

/**
 * Returns the record of a picture and creates it if necessary. `stored_at` is null until the file
 * is in the store.
 */
export function notePicture(
  trx: Transaction<Schema>,
  picture: { digest: string; type: string; size: number },
): Promise<{ id: string; storage_key: string; stored_at: Date | null }> {
  return trx
    .insertInto('article_pictures')
    .values({
      ...picture,
      id: randomUUID(),
      storage_key: sql<string>`support.tenant()::text || '/' || ${randomUUID()}`,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'digest']).doUpdateSet({ created_at: sql<Date>`now()` }),
    )
    .returning(['id', 'storage_key', 'stored_at'])
    .executeTakeFirstOrThrow();
}

export async function markPictureStored(trx: Transaction<Schema>, id: string): Promise<void> {
  await trx
    .updateTable('article_pictures')
    .set({ stored_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
}

/** Returns a stored picture of any account. Knowing its address is the permission. */
export function findPicture(trx: Transaction<Schema>, id: string) {
  return trx
    .selectFrom('article_pictures')
    .select(['type', 'size', 'digest', 'storage_key'])
    .where('id', '=', id)
    .where('stored_at', 'is not', null)
    .where(isOpenAccount('article_pictures.tenant_id'))
    .executeTakeFirst();
}

/** Removes pictures that no article of the account shows any more. */
export async function removeUnusedPictures(trx: Transaction<Schema>): Promise<void> {
  const isUnused = sql`tenant_id = ${ofTenant}
    and created_at < now() - ${unusedHours} * interval '1 hour'
    and id not in (select unnest(pictures) from articles where tenant_id = ${ofTenant})`;
  await deleteRows(trx, 'article_pictures', isUnused);
}
