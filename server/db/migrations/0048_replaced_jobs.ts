import { type Kysely, sql } from 'kysely';

/** Lets the team replace the job that wakes a request, when it is snoozed again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      create policy replace on support.jobs for delete using (
        tenant_id = support.tenant() and support.actor() = 'agent'
        and type = 'wake_ticket' and held_at is null);
      grant delete on support.jobs to support_app;
    `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop policy replace on support.jobs;').execute(db);
}
