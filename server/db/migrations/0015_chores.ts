import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const table = `
  create table support.chores (
    name text primary key,
    due_at timestamptz not null default now()
  );
`;

const access = restrictAccess('chores', {
  grant: 'select, insert, update',
  policies: { work: `using (support.actor() = 'worker')` },
});

/** Adds the due time of each recurring chore. The process that moves it runs the chore. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(db);
  await sql.raw(access).execute(db);
}
