import { type Kysely, sql, type Transaction } from 'kysely';
import { allowBackup, enterBackup } from './backupPolicy.ts';
import type { Schema } from './schema.ts';
import { listTables, type TableColumns } from './tableColumns.ts';

const rowsPerBatch = 500;

/**
 * Receives a table and its rows. Each row is a JSON array with the text of every column, or null.
 */
export type TakeTable = (table: TableColumns, rows: AsyncIterable<string>) => Promise<void>;

/** Reads a snapshot of all tables. It does not block writers. */
export async function dumpTables(db: Kysely<Schema>, take: TakeTable): Promise<void> {
  await allowBackup(db);
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await enterBackup(trx);
      for (const table of await listTables(trx)) await take(table, rowsOf(trx, table));
    });
}

async function* rowsOf(
  trx: Transaction<Schema>,
  { name, columns }: TableColumns,
): AsyncGenerator<string> {
  const texts = sql.join(columns.map((column) => sql`${sql.ref(column.name)}::text`));
  await sql`declare backup_rows no scroll cursor for
    select to_json(array[${texts}])::text as row from ${sql.table(`support.${name}`)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`
      fetch ${sql.lit(rowsPerBatch)} from backup_rows`.execute(trx);
    for (const { row } of rows) yield row;
    if (rows.length < rowsPerBatch) break;
  }
  await sql`close backup_rows`.execute(trx);
}
