import { type Kysely, sql } from 'kysely';

/** Adds the time when an event of a provider was processed, to measure how long it waited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table support.received_events add column processed_at timestamptz(3)')
    .execute(db);
}
