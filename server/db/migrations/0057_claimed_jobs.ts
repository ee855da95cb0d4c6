import { type Kysely, sql } from 'kysely';

/** Names the time at which a process claimed a job by what it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.jobs rename column held_at to claimed_at`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.jobs rename column claimed_at to held_at`.execute(db);
}
