import { type Kysely, sql } from 'kysely';

/**
 * Jobs are taken in turn from each account, so the index begins with the account.
 * `held_at`: a process works on it. `losses`: processes that ended while they worked on it.
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
