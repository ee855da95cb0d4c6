import { type Kysely, sql } from 'kysely';

const columns = `
  alter table support.canned_replies
    add column version integer not null default 1,
    add column saved_by text;
`;

/** Counts the changes of a canned reply, so that two editors notice each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db);
}
