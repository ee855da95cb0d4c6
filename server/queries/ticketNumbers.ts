import { type Kysely, sql, type Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';

export type ReserveNumber = (tenantId: string) => Promise<number>;

interface Waiting {
  resolve(number: number): void;
  reject(cause: unknown): void;
}

/**
 * Reserves the next ticket number of an account before the transaction that uses it. The counter
 * row must not stay locked until each of many requests commits. Requests that arrive while a number
 * is being reserved share the next statement. The number of a failed request is never used again.
 */
export function createTicketNumbers(db: Kysely<Schema>): ReserveNumber {
  const queues = new Map<string, Waiting[]>();

  async function serve(tenantId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0);
      try {
        const first = await reserveNumbers(db, tenantId, batch.length);
        for (const [index, { resolve }] of batch.entries()) resolve(first + index);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    queues.delete(tenantId);
  }

  return (tenantId) =>
    new Promise((resolve, reject) => {
      const waiting = queues.get(tenantId);
      const queue = waiting ?? [];
      queue.push({ resolve, reject });
      if (waiting !== undefined) return;
      queues.set(tenantId, queue);
      void serve(tenantId, queue);
    });
}

/** Returns the first of `count` reserved numbers. */
function reserveNumbers(db: Kysely<Schema>, tenantId: string, count: number): Promise<number> {
  const scope = { actor: 'visitor', tenantId } as const;
  return inScope(db, scope, (trx) => takeNumbers(trx, count), { isOneStatement: true });
}

/**
 * Returns the first of `count` numbers. The counter of the account is locked until the end of the
 * transaction.
 */
export async function takeNumbers(trx: Transaction<Schema>, count: number): Promise<number> {
  const { first } = await trx
    .updateTable('ticket_counters')
    .set({ next: sql`next + ${count}::integer` })
    .where('tenant_id', '=', ofTenant)
    .returning(sql<number>`next - ${count}::integer`.as('first'))
    // The account was deleted in the meantime.
    .executeTakeFirstOrThrow(apiErrors.invalidKey);
  return first;
}
