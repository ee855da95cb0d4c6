import { type Kysely, sql } from 'kysely';

/** Their queries are in the code now: before Postgres 15 a view has the rights of its owner, past every policy. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('drop view if exists support.request_records, support.deflection_outcomes')
    .execute(db);
}
