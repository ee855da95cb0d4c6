import { type Kysely, sql } from 'kysely';

/** Who comes back from a provider is the one who went there: two secrets say so, and both are needed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    -- Good for minutes: who is on the way begins anew.
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
