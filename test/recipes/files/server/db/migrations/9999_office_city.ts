import { type Kysely, sql } from 'kysely';

/** Adds the city of an account's office. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table support.tenants add column office_city text`).execute(db);
}
