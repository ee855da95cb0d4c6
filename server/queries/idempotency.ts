import { type Kysely, sql, type Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import { codeOf } from '../base/errorCode.ts';
import { sendLate, sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant, ofVisitor, type Scope } from '../db/scope.ts';

interface KeyedRequest {
  key: string;
  requestHash: string;
}

/**
 * Runs a write in a transaction, once for each key. A second request with the key waits until the
 * first one ends, and gets its response.
 *
 * @throws ConflictError if the key was used with a different request before.
 */
export async function runOnce<T>(
  db: Kysely<Schema>,
  scope: Scope,
  request: KeyedRequest,
  write: (trx: Transaction<Schema>) => Promise<T>,
): Promise<{ reply: T; replayed: false } | { reply: unknown; replayed: true }> {
  for (;;) {
    try {
      const writing = (trx: Transaction<Schema>) => once(trx, request, () => write(trx));
      const reply = await inScope(db, scope, writing, { isPlannedOnce: true });
      return { reply, replayed: false };
    } catch (error) {
      if (!isUsedKey(error)) throw error;
    }
    const known = await inScope(db, scope, (trx) => findReply(trx, request.key));
    // It can have been deleted in the meantime. Then the key is free.
    if (known === undefined) continue;
    if (known.request_hash !== request.requestHash) throw apiErrors.idempotencyConflict();
    return { reply: known.reply, replayed: true };
  }
}

/**
 * Runs a write, and stores its key and reply in the same transaction: if the write fails, the key
 * is free again. The key is sent with the first statement that the write waits for, or with the
 * commit, so that it needs no round trip.
 *
 * @throws an error of the database for which `isUsedKey` is true, if the key was used before
 */
export async function once<T>(
  trx: Transaction<Schema>,
  { key, requestHash }: KeyedRequest,
  write: () => Promise<T>,
): Promise<T> {
  let reply: string | null = null;
  let isSent = false;
  await sendLate(trx, () => {
    isSent = true;
    const row = { key, request_hash: requestHash, reply };
    return trx.insertInto('idempotency_keys').values(row).compile();
  });
  const written = await write().catch(async (error: unknown) => {
    // A write that succeeded before can be invalid now, and still has its response.
    if (!isSent) await sql`select 1`.execute(trx);
    throw error;
  });
  reply = JSON.stringify(written);
  if (!isSent) return written;
  const keep = trx
    .updateTable('idempotency_keys')
    .set({ reply })
    .where('tenant_id', '=', ofTenant)
    .where('visitor_hash', '=', ofVisitor)
    .where('key', '=', key);
  await sendPipelined(trx, keep);
  return written;
}

function isUsedKey(error: unknown): boolean {
  const isTaken = codeOf(error) === '23505' && error instanceof Error && 'table' in error;
  return isTaken && error.table === 'idempotency_keys';
}

function findReply(trx: Transaction<Schema>, key: string) {
  return trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'reply'])
    .where('tenant_id', '=', ofTenant)
    .where('visitor_hash', '=', ofVisitor)
    .where('key', '=', key)
    .executeTakeFirst();
}
