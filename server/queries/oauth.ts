import { type Insertable, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { OauthStatesTable } from '../db/webhookTables.ts';

type Trx = Transaction<Schema>;

export async function insertState(trx: Trx, state: Insertable<OauthStatesTable>): Promise<void> {
  await trx.insertInto('oauth_states').values(state).execute();
}

/**
 * Removes a state and returns it. Returns undefined if it is unknown, already used, expired, or
 * belongs to another provider.
 */
export function consumeState(trx: Trx, { hash, provider }: { hash: string; provider: string }) {
  return trx
    .deleteFrom('oauth_states')
    .where('hash', '=', hash)
    .where('provider', '=', provider)
    .where('receipt_hash', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['integration_id', 'return_to'])
    .executeTakeFirst();
}

/**
 * Like `consumeState`, but stores the response for the page that started the flow. The page has two
 * minutes to fetch it.
 */
export function storeResponse(
  trx: Trx,
  { hash, provider }: { hash: string; provider: string },
  answer: { receiptHash: string; sealedAnswer: string },
) {
  return trx
    .updateTable('oauth_states')
    .set({
      receipt_hash: answer.receiptHash,
      sealed_answer: answer.sealedAnswer,
      expires_at: sql<Date>`now() + interval '2 minutes'`,
    })
    .where('hash', '=', hash)
    .where('provider', '=', provider)
    .where('receipt_hash', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['integration_id', 'return_to'])
    .executeTakeFirst();
}

/**
 * Removes the stored response and returns it, for the visitor of the transaction if both secrets
 * match.
 */
export function consumeResponse(
  trx: Trx,
  { provider, ...hashes }: { provider: string; proofHash: string; receiptHash: string },
) {
  return trx
    .deleteFrom('oauth_states')
    .where('receipt_hash', '=', hashes.receiptHash)
    .where('proof_hash', '=', hashes.proofHash)
    .where('provider', '=', provider)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['hash', 'integration_id', 'organization_id', 'sealed_verifier', 'sealed_answer'])
    .executeTakeFirst();
}

/**
 * Claims tokens for a refresh, if they expire within `expiresWithinSeconds` and no other process is
 * refreshing them.
 */
export async function claimRefresh(
  trx: Trx,
  integrationId: string,
  { expiresWithinSeconds, leaseSeconds }: { expiresWithinSeconds: number; leaseSeconds: number },
): Promise<boolean> {
  const claimed = await trx
    .updateTable('integration_secrets')
    .set({ refreshing_until: sql<Date>`now() + ${leaseSeconds} * interval '1 second'` })
    .where('integration_id', '=', integrationId)
    .where('kind', '=', 'tokens')
    .where('expires_at', '<', sql<Date>`now() + ${expiresWithinSeconds} * interval '1 second'`)
    .where((where) =>
      where.or([
        where('refreshing_until', 'is', null),
        where('refreshing_until', '<', sql<Date>`now()`),
      ]),
    )
    .returning('kind')
    .execute();
  return claimed.length > 0;
}

export async function releaseRefresh(trx: Trx, integrationId: string): Promise<void> {
  await trx
    .updateTable('integration_secrets')
    .set({ refreshing_until: null })
    .where('integration_id', '=', integrationId)
    .where('kind', '=', 'tokens')
    .execute();
}
