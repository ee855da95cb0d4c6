import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { enter, inScope, ofTenant } from '../db/scope.ts';
import { insertOperatorEntry, type NewOperatorEntry } from './audit.ts';

type Trx = Transaction<Schema>;

/** Closes the account of the transaction, or changes how long its data is kept. */
export async function closeStoredAccount(trx: Trx, keepDays: number): Promise<void> {
  const delete_at = sql<Date>`now() + ${keepDays} * interval '1 day'`;
  await trx
    .insertInto('closed_accounts')
    .values({ delete_at })
    .onConflict((same) => same.column('tenant_id').doUpdateSet({ delete_at }))
    .execute();
}

export async function reopenStoredAccount(trx: Trx): Promise<void> {
  await trx.deleteFrom('closed_accounts').where('tenant_id', '=', ofTenant).execute();
}

/** Accounts whose data was kept for long enough. */
export function listOverdueAccounts(db: Kysely<Schema>): Promise<string[]> {
  return inScope(db, { actor: 'server' }, async (trx) => {
    const found = await trx
      .selectFrom('closed_accounts')
      .select('tenant_id')
      .where('delete_at', '<=', sql<Date>`now()`)
      .orderBy('delete_at')
      .execute();
    return found.map(({ tenant_id }) => tenant_id);
  });
}

/**
 * Deletes an account with all of its rows, and notes that in the operator's log. Returns false if it is not
 * there. Its files are noted, for `cleanAttachments`. It is closed first, so that processes stop writing.
 */
export async function deleteStoredAccount(
  db: Kysely<Schema>,
  tenantId: string,
  entry: Omit<NewOperatorEntry, 'target'>,
): Promise<boolean> {
  const scope = { actor: 'operator', tenantId } as const;
  const isThere = await inScope(db, scope, async (trx) => {
    const found = await trx.selectFrom('tenants').select('id').where('id', '=', ofTenant).execute();
    if (found.length > 0) await closeStoredAccount(trx, 1);
    return found.length > 0;
  });
  if (!isThere) return false;
  return inScope(db, scope, async (trx) => {
    // Millions of rows may follow it.
    await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
    const { rows } = await sql<{ deleted: boolean }>`
      select delete_account() as deleted`.execute(trx);
    if (rows[0]?.deleted !== true) return false;
    await enter(trx, { actor: 'server' });
    await insertOperatorEntry(trx, { ...entry, target: tenantId });
    return true;
  });
}
