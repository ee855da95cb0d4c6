import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { enter, type Scope } from '../db/scope.ts';
import { rebuildDeflections } from './deflections.ts';

/**
 * Moves all tickets of one visitor to another visitor, with their conversations and everything that
 * was counted. Returns the number of tickets. The rest of the transaction is in the scope `claim`.
 */
export async function claimTickets(
  trx: Transaction<Schema>,
  claim: Omit<Extract<Scope, { actor: 'claim' }>, 'actor'>,
): Promise<number> {
  await enter(trx, { actor: 'claim', ...claim });
  const { visitorHash, claimantHash } = claim;
  const { numAffectedRows } = await sql`
    update tickets set visitor_hash = ${claimantHash}
    where tenant_id = support.tenant() and visitor_hash = ${visitorHash}`.execute(trx);
  for (const table of ['events', 'request_metrics']) {
    await sql`update ${sql.table(table)} set visitor_hash = ${claimantHash}
      where tenant_id = support.tenant() and visitor_hash = ${visitorHash}`.execute(trx);
  }
  for (const hash of [visitorHash, claimantHash]) await rebuildDeflections(trx, hash);
  return Number(numAffectedRows ?? 0);
}
