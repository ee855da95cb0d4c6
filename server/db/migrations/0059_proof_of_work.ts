import { type Kysely, sql } from 'kysely';

/** Lets an account demand a proof of work for requests of visitors without a signed identity. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants
    add column proof_of_work boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants drop column proof_of_work`.execute(db);
}
