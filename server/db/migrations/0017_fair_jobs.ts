import { type Kysely, sql } from 'kysely';

/**
 * Accounts take turns, so the index of jobs begins with the account. `held_at`: when a process
 * claimed the job. `losses`: number of processes that ended while they ran it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table support.jobs
        add column held_at timestamptz,
        add column losses integer not null default 0;
      create index jobs_by_account on support.jobs (type, tenant_id, run_at) where failed_at is null;
      create index jobs_held on support.jobs (type, tenant_id)
        where failed_at is null and held_at is not null;
    `)
    .execute(db);
}
