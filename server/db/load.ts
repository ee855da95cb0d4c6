import { type Kysely, sql, type Transaction } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { enterBackup } from './backupPolicy.ts';
import type { Schema } from './schema.ts';
import { listTables, type TableColumns } from './tableColumns.ts';

/** Maximum number of characters of rows in one statement. */
const maxCharacters = 1_000_000;
const maxRows = 500;

/** A table with its columns in the order of their values. */
export interface TableNames {
  name: string;
  columns: readonly string[];
}

interface ForeignKey {
  name: string;
  table: string;
  definition: string;
}

/**
 * Fills empty tables with the output of `dumpTables`, in one transaction. `rowsOf` reads the rows
 * of a table. Triggers and foreign keys are disabled during the load, because rows arrive in any
 * order and include all derived data.
 */
export async function loadTables(
  db: Kysely<Schema>,
  backedUp: readonly TableNames[],
  rowsOf: (table: string) => AsyncIterable<string>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await enterBackup(trx);
    const tables = await listTables(trx);
    const keys = await listForeignKeys(trx);
    for (const { name, table } of keys) {
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx);
    }
    for (const { name } of tables) await setGuards(trx, name, false);
    for (const { name, columns } of backedUp)
      await fill(trx, find(tables, name, columns), rowsOf(name));
    await setSequences(trx);
    for (const { name } of tables) await setGuards(trx, name, true);
    for (const { name, table, definition } of keys) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)}
        ${sql.raw(definition)}`.execute(trx);
    }
  });
}

/** Returns the foreign keys of the database. Names have the form `schema.table`. */
async function listForeignKeys(trx: Transaction<Schema>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select k.conname::text as name, n.nspname || '.' || c.relname as table,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'support' and k.conparentid = 0
    order by 2, 1`.execute(trx);
  return rows;
}

/** Enables or disables triggers, and row level security for the owner of the tables. */
async function setGuards(trx: Transaction<Schema>, name: string, areOn: boolean): Promise<void> {
  const table = sql.table(`support.${name}`);
  await sql`alter table ${table} ${sql.raw(areOn ? 'enable' : 'disable')} trigger user`.execute(
    trx,
  );
  await sql`alter table ${table} ${sql.raw(areOn ? '' : 'no')} force row level security`.execute(
    trx,
  );
}

/** Returns the table of this database, which has the types. Only the names come from the backup. */
function find(
  tables: readonly TableColumns[],
  name: string,
  columns: readonly string[],
): TableColumns {
  const known = tables.find((table) => table.name === name)?.columns ?? [];
  return {
    name,
    columns: columns.map((column) => {
      const found = known.find((one) => one.name === column);
      if (found !== undefined) return found;
      throw new ConfigurationError(
        `The backup is not of this version: the database has no column ${name}.${column}. Restore it with the version that wrote it.`,
        'folder',
      );
    }),
  };
}

async function fill(
  trx: Transaction<Schema>,
  { name, columns }: TableColumns,
  rows: AsyncIterable<string>,
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const values = sql.join(
    columns.map(({ type }, index) => sql`(r.value ->> ${sql.lit(index)})::${sql.raw(type)}`),
  );
  const insert = async (batch: readonly string[]) => {
    if (batch.length === 0) return;
    await sql`insert into ${sql.table(`support.${name}`)} (${names}) overriding system value
      select ${values} from json_array_elements(${`[${batch.join(',')}]`}::json) r`.execute(trx);
  };
  let batch: string[] = [];
  let size = 0;
  for await (const row of rows) {
    if (batch.length === maxRows || size + row.length > maxCharacters) {
      await insert(batch);
      [batch, size] = [[], 0];
    }
    batch.push(row);
    size += row.length;
  }
  await insert(batch);
}

/** Sets sequences to continue after the highest loaded number. */
async function setSequences(trx: Transaction<Schema>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname::text as table, a.attname::text as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'support'::regnamespace and c.relkind in ('r', 'p')
      and a.attidentity <> ''`.execute(trx);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${`support.${table}`}, ${column}),
      coalesce(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null)
      from ${sql.table(`support.${table}`)}`.execute(trx);
  }
}
