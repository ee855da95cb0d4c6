import { type Kysely, sql, type Transaction } from 'kysely';
import { allowBackup, enterBackup, tablesLeftOut } from './backupPolicy.ts';
import type { Schema } from './schema.ts';

/** A table of the schema, with its stored (not generated) columns. */
export interface TableColumns {
  name: string;
  columns: readonly { name: string; type: string }[];
}

/**
 * Lists the tables of the schema by name. The search path of `trx` must be `pg_catalog`, so that
 * type names are complete.
 */
export async function listTables(trx: Transaction<Schema>): Promise<TableColumns[]> {
  const { rows } = await sql<TableColumns>`
    select c.relname::text as name,
      jsonb_agg(jsonb_build_object('name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relnamespace = 'support'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> all(${tablesLeftOut})
    group by c.relname order by c.relname`.execute(trx);
  return rows;
}

/** Returns whether the database has no account. That includes a database without tables. */
export async function isDatabaseEmpty(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('support.tenants') is not null as exists`.execute(db);
  if (rows[0]?.exists !== true) return true;
  await allowBackup(db);
  return db.transaction().execute(async (trx) => {
    await enterBackup(trx);
    const found = await sql`select 1 from support.tenants limit 1`.execute(trx);
    return found.rows.length === 0;
  });
}
