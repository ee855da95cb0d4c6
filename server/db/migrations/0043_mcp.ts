import { type Kysely, sql } from 'kysely';

/** Lets an account open its articles to AI assistants. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants add column mcp boolean not null default false`.execute(db);
}
