import { sql } from 'kysely';

/**
 * Returns a condition that is true if the account in this column is not closed. For transactions in
 * the scope `worker`.
 */
export function isOpenAccount(column: string) {
  return sql<boolean>`not exists (select from closed_accounts
    where closed_accounts.tenant_id = ${sql.ref(column)})`;
}
