import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';

/**
 * Moves every ticket of one visitor to another, with its conversation. Gives how many. The rest of
 * the transaction is in the scope `claim`.
 */
export async function claimTickets(
  trx: Transaction<Schema>,
  claim: { tenantId: string; visitorHash: string; claimantHash: string },
): Promise<number> {
  await enter(trx, { actor: 'claim', ...claim });
  const { numAffectedRows } = await sql`
    update tickets set visitor_hash = ${claim.claimantHash}
    where visitor_hash = ${claim.visitorHash}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
