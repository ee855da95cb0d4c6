import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** A column of sealed values, and the columns that identify one value. */
export interface SealedColumn {
  table: keyof Schema;
  column: string;
  names: readonly string[];
}

export interface SealedValue {
  sealed: string;
  /** Values of the columns in `names`. */
  named: readonly string[];
}

/**
 * Lists sealed values of an account that do not begin with `prefix`, sorted by their text, starting
 * after `after`.
 */
export async function listSealed(
  trx: Transaction<Schema>,
  { table, column, names }: SealedColumn,
  { prefix, after, limit }: { prefix: string; after: string; limit: number },
): Promise<SealedValue[]> {
  const sealed = sql.ref(column);
  const { rows } = await sql<SealedValue>`
    select ${sealed} as sealed, array[${sql.join(names.map((name) => sql`${sql.ref(name)}::text`))}] as named
    from ${sql.table(table)}
    where tenant_id = ${ofTenant} and not starts_with(${sealed}, ${prefix})
      and ${sealed} collate "C" > ${after}
    order by ${sealed} collate "C" limit ${limit}`.execute(trx);
  return rows;
}

/** Replaces a value. Returns false if it was changed in the meantime. */
export async function replaceSealed(
  trx: Transaction<Schema>,
  { table, column }: SealedColumn,
  { old, next }: { old: string; next: string },
): Promise<boolean> {
  const { numAffectedRows = 0n } =
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${next}
    where tenant_id = ${ofTenant} and ${sql.ref(column)} = ${old}`.execute(trx);
  return numAffectedRows > 0n;
}
