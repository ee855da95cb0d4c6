import { type Kysely, sql } from 'kysely';

/** Adds snoozed requests, and their place in the counts of the inbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table support.tickets add column snoozed_until timestamptz(3);
    alter table support.ticket_counts add column snoozed boolean not null default false;
    create index on support.tickets (tenant_id, snoozed_until) where snoozed_until is not null;
  `)
    .execute(db);
}
