import { type Kysely, sql } from 'kysely';

const columns = `
  alter table support.tenants
    add column written_answers boolean not null default false,
    add column written_answers_limit integer not null default 1000;
`;

/** Lets an account have answers written by a model, up to a number in 30 days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants
    drop column written_answers, drop column written_answers_limit`.execute(db);
}
