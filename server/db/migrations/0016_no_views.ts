import { type Kysely, sql } from 'kysely';

/**
 * Removes views, whose queries are now in the code. Before Postgres 15, a view has the rights of
 * its owner and bypasses every policy.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('drop view if exists support.request_records, support.deflection_outcomes')
    .execute(db);
}
