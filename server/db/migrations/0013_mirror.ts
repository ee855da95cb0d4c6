import { type Kysely, sql } from 'kysely';

/** Lets a page report later by which id PostHog knows the visitor of an event. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('grant update (distinct_id) on support.events to support_app').execute(db);
}
