import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import { sendAhead } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant, ofVisitor } from '../db/scope.ts';

/**
 * Runs a write once a key. The key is part of the write's own transaction: when that fails the key
 * is free again, and a second request with it waits for the first one's end and gets its reply.
 *
 * @throws ConflictError when the key came with another request before.
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
    await sendAhead(trx, keep);
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
