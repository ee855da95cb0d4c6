import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { enter, inScope } from '../db/scope.ts';
import { insertAuditEntry, insertOperatorEntry } from '../queries/audit.ts';

const operator = { actor: 'operator', actor_id: null, actor_name: null } as const;

interface Use {
  action: string;
  target?: string | undefined;
  after?: Record<string, unknown>;
}

/**
 * Adds an entry to the log of an account, for a command that does not use the API. The rest of the
 * transaction is in the scope `operator`.
 */
export async function noteInAccount(
  trx: Transaction<Schema>,
  tenantId: string,
  use: Use,
): Promise<void> {
  await enter(trx, { actor: 'operator', tenantId });
  await insertAuditEntry(trx, { ...operator, requestId: null, ...use });
}

/**
 * Adds an entry to the operator's log. Does nothing if the log table does not exist yet, or the
 * database is read-only: backups work with both.
 */
export async function noteOnServer(db: Kysely<Schema>, use: Use): Promise<void> {
  const { rows } = await sql<{ is_writable: boolean }>`
    select to_regclass('support.operator_log') is not null
      and current_setting('transaction_read_only') = 'off' as is_writable`.execute(db);
  if (rows[0]?.is_writable !== true) return;
  await inScope(db, { actor: 'server' }, (trx) =>
    insertOperatorEntry(trx, { requestId: null, ...use }),
  );
}
