import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { enter, inScope, ofTenant } from '../db/scope.ts';
import { insertOperatorEntry, type NewOperatorEntry } from './audit.ts';
import { deleteRows } from './deleteRows.ts';

type Trx = Transaction<Schema>;

/** Closes the account of the transaction, or changes how long its data is kept. */
export async function closeStoredAccount(trx: Trx, retentionDays: number): Promise<void> {
  const delete_at = sql<Date>`now() + ${retentionDays} * interval '1 day'`;
  await trx
    .insertInto('closed_accounts')
    .values({ delete_at })
    .onConflict((same) => same.column('tenant_id').doUpdateSet({ delete_at }))
    .execute();
}

export async function reopenStoredAccount(trx: Trx): Promise<void> {
  await trx.deleteFrom('closed_accounts').where('tenant_id', '=', ofTenant).execute();
}

export function isAccountClosed(db: Kysely<Schema>, tenantId: string): Promise<boolean> {
  return inScope(db, { actor: 'operator', tenantId }, async (trx) => {
    const found = trx.selectFrom('closed_accounts').where('tenant_id', '=', ofTenant);
    return (await found.select('closed_at').execute()).length > 0;
  });
}

/** Lists closed accounts whose retention period is over. */
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

/** Tables whose rows have files in the store. */
const ofFiles = ['attachments', 'article_pictures'] as const;
/** Tables without a foreign key to the account. */
const apart = ['ticket_counts', 'rate_buckets'] as const;

/**
 * Deletes an account with all of its rows, and adds an entry to the operator's log. Returns false
 * if the account does not exist. Its files are recorded, and `cleanAttachments` removes them. The
 * account is closed first, so that processes stop writing.
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
    // The deletion can cascade to millions of rows.
    await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
    // Waits for running uploads and blocks new ones, because the statements below record the files
    // to remove.
    await trx.selectFrom('tenants').select('id').where('id', '=', ofTenant).forUpdate().execute();
    for (const table of ofFiles) await deleteRows(trx, table, sql`tenant_id = ${ofTenant}`);
    for (const table of apart) await deleteRows(trx, table, sql`tenant_id = ${ofTenant}`);
    await deleteRows(trx, 'inbound_domains', sql`account_id = ${ofTenant}`);
    if ((await deleteRows(trx, 'tenants', sql`id = ${ofTenant}`)) === 0) return false;
    await enter(trx, { actor: 'server' });
    await insertOperatorEntry(trx, { ...entry, target: tenantId });
    return true;
  });
}
