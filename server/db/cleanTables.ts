import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Frees the space of deleted rows and renews the statistics of each table that has grown by half.
 * PGlite does neither by itself: its files would grow with each deleted row, and plans that were made
 * for empty tables would read whole tables.
 */
export async function cleanGrownTables(db: Kysely<Schema>, signal: AbortSignal): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'support'::regnamespace and relkind = 'r'
      and pg_relation_size(oid) / current_setting('block_size')::integer > relpages * 1.5 + 2`.execute(
    db,
  );
  for (const { name } of rows) {
    if (signal.aborted) return;
    await sql`vacuum (analyze) ${sql.id('support', name)}`.execute(db);
  }
}
