import { type Kysely, sql } from 'kysely';

/**
 * Finds due jobs by their type. Without a mailer, jobs of its types stay due, and each poll for
 * jobs of other types read all of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      create index jobs_due on support.jobs (type, run_at) where failed_at is null;
      drop index support.jobs_run_at_idx;
    `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      create index jobs_run_at_idx on support.jobs (run_at) where failed_at is null;
      drop index support.jobs_due;
    `)
    .execute(db);
}
