import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant, ofVisitor } from '../db/scope.ts';

/**
 * Runs a write once for each key. The key is stored in the transaction of the write: if the write
 * fails, the key is free again. A second request with the key waits until the first one ends, and
 * gets its response.
 *
 * @throws ConflictError if the key was used with a different request before.
 */
export async function once<T>(
  trx: Transaction<Schema>,
  { key, requestHash }: { key: string; requestHash: string },
  write: () => Promise<T>,
): Promise<{ reply: T; replayed: false } | { reply: unknown; replayed: true }> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('idempotency_keys')
    .values({ key, request_hash: requestHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) {
    const reply = await write();
    const keep = trx
      .updateTable('idempotency_keys')
      .set({ reply: JSON.stringify(reply) })
      .where('tenant_id', '=', ofTenant)
      .where('visitor_hash', '=', ofVisitor)
      .where('key', '=', key);
    await sendPipelined(trx, keep);
    return { reply, replayed: false };
  }
  const known = await trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'reply'])
    .where('tenant_id', '=', ofTenant)
    .where('visitor_hash', '=', ofVisitor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (known.request_hash !== requestHash) throw apiErrors.idempotencyConflict();
  return { reply: known.reply, replayed: true };
}
