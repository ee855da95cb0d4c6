import { type Kysely, sql } from 'kysely';

/**
 * Adds two secrets that prove that the visitor who returns from a provider is the one who started.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    -- Valid for minutes: visitors on the way start again.
    delete from support.oauth_states;
    alter table support.oauth_states
      alter column return_to set not null,
      add column proof_hash text not null,
      add column receipt_hash text,
      add column sealed_answer text;
    grant update on support.oauth_states to support_app;
    create policy finish_read on support.oauth_states for select using (
      tenant_id = (select support.tenant()) and (select support.actor()) = 'visitor'
      and visitor_hash = (select support.visitor()));
    create policy finish on support.oauth_states for delete using (
      tenant_id = (select support.tenant()) and (select support.actor()) = 'visitor'
      and visitor_hash = (select support.visitor()));
  `)
    .execute(db);
}
