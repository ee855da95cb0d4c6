import { type Kysely, sql } from 'kysely';

/** Lets an account choose the language that translations of articles follow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants
    add column source_locale text not null default 'en'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants drop column source_locale`.execute(db);
}
