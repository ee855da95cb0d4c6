import { type Kysely, sql } from 'kysely';

/** Lets an account publish its articles as public pages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants add column help_center boolean not null default false`.execute(
    db,
  );
}
