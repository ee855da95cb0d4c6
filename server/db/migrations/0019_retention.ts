import { type Kysely, sql } from 'kysely';

/** Indexes that find expired rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      create index on support.deflections (shown_at);
      create index on support.integration_hours (hour);
      create index on support.integration_syncs (started_at);
      create index on support.webhook_deliveries (created_at);
      create index on support.jobs (failed_at) where failed_at is not null;
    `)
    .execute(db);
}
