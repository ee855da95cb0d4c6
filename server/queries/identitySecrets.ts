import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/**
 * Makes `secret` the secret that signs visitor tokens. Earlier secrets are accepted for another
 * `overlapHours` hours. Returns when they expire, or null if there were no earlier secrets.
 */
export async function replaceIdentitySecrets(
  trx: Transaction<Schema>,
  secret: string,
  overlapHours: number,
): Promise<Date | null> {
  const { old } = await trx
    .selectFrom('tenants')
    .select('identity_secrets as old')
    .where('id', '=', ofTenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('tenants')
    .set({ identity_secrets: [secret] })
    .where('id', '=', ofTenant)
    .execute();
  const until = sql<Date>`now() + ${overlapHours} * interval '1 hour'`;
  // Secrets that were replaced earlier must not outlive the one that is replaced now.
  await trx
    .updateTable('retired_identity_secrets')
    .set({ expires_at: until })
    .where('tenant_id', '=', ofTenant)
    .where('expires_at', '>', until)
    .execute();
  if (old.length === 0) return null;
  const retired = await trx
    .insertInto('retired_identity_secrets')
    .values(old.map((one) => ({ secret: one, expires_at: until })))
    .onConflict((same) => same.columns(['tenant_id', 'secret']).doUpdateSet({ expires_at: until }))
    .returning('expires_at')
    .execute();
  return retired[0]?.expires_at ?? null;
}
