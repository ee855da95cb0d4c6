import { type Kysely, sql } from 'kysely';

const column = `
  alter table support.tenants
    add column proactive jsonb not null default '{"per_day": 1, "rules": []}';
`;

/** Lets an account show messages by rules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(column).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants drop column proactive`.execute(db);
}
