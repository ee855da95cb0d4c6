import { type Kysely, sql } from 'kysely';

/**
 * Lets the team see dead jobs and queue them again. `check_losses`: number of processes that ended
 * while they checked the integration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      create policy read on support.jobs for select using (
        tenant_id = support.tenant() and support.actor() = 'agent');
      create policy retry on support.jobs for update using (
        tenant_id = support.tenant() and support.actor() = 'agent' and failed_at is not null)
        with check (tenant_id = support.tenant());
      create index jobs_given_up on support.jobs (tenant_id, failed_at) where failed_at is not null;
      alter table support.integrations add column check_losses integer not null default 0;
    `)
    .execute(db);
}
