import { sql } from 'kysely';

/** A condition: the account of this column is not closed. For transactions of the scope `worker`. */
export function isOpenAccount(column: string) {
  return sql<boolean>`not exists (select from closed_accounts
    where closed_accounts.tenant_id = ${sql.ref(column)})`;
}
