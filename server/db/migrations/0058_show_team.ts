import { type Kysely, sql } from 'kysely';

const column = `
  alter table support.tenants
    add column show_team text not null default 'times'
    check (show_team in ('nothing', 'times', 'people'));
`;

/** Lets an account choose what visitors see of its team before they write. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(column).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.tenants drop column show_team`.execute(db);
}
