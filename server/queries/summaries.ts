import { type Kysely, sql, type Transaction } from 'kysely';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';

/**
 * Lists the teams that receive a daily summary. `lastDay`: the day of the last summary, such as
 * `2026-03-29`.
 */
export function listSummaries(db: Kysely<Schema>) {
  return inScope(db, { actor: 'worker' }, (trx) =>
    trx
      .selectFrom('daily_summaries')
      .select(['tenant_id as tenantId', 'time_zone as timeZone', 'hour'])
      .select(sql<string | null>`last_day::text`.as('lastDay'))
      .where(isOpenAccount('daily_summaries.tenant_id'))
      .execute(),
  );
}

/** Returns the time zone and hour of the tenant's summary, or null if it is off. */
export async function findSummary(trx: Transaction<Schema>) {
  const found = await trx
    .selectFrom('daily_summaries')
    .select(['time_zone', 'hour'])
    .where('tenant_id', '=', ofTenant)
    .executeTakeFirst();
  return found ?? null;
}

/** A summary is not sent twice a day: a new hour applies from tomorrow on. */
export async function changeSummary(
  trx: Transaction<Schema>,
  schedule: { time_zone: string; hour: number } | null,
): Promise<void> {
  if (schedule === null) {
    await trx.deleteFrom('daily_summaries').where('tenant_id', '=', ofTenant).execute();
    return;
  }
  await trx
    .insertInto('daily_summaries')
    .values(schedule)
    .onConflict((same) => same.column('tenant_id').doUpdateSet(schedule))
    .execute();
}

/**
 * Claims the summary of a day. Returns true to exactly one caller per day, which then queues the
 * summary in this transaction.
 */
export async function claimDay(trx: Transaction<Schema>, day: string): Promise<boolean> {
  const taken = await trx
    .updateTable('daily_summaries')
    .set({ last_day: day })
    .where('tenant_id', '=', ofTenant)
    .where(sql<boolean>`coalesce(last_day < ${day}::date, true)`)
    .returning('tenant_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The current figures, and the figures of the last 24 hours. */
export interface Summary {
  open: number;
  created: number;
  answered: number;
  late: number;
  rated: number;
  /** Ratings of 4 or 5. */
  satisfied: number;
  /** Names of the integrations in use that are not healthy. */
  broken: string[];
}

export async function readSummary(trx: Transaction<Schema>): Promise<Summary> {
  const { rows } = await sql<Omit<Summary, 'broken'>>`
    with since as (select now() - interval '24 hours' as at)
    select count(*) filter (where status <> 'resolved')::integer as open,
      count(*) filter (where created_at > since.at)::integer as created,
      count(*) filter (where first_response_at > since.at)::integer as answered,
      count(*) filter (where response_breached_at > since.at)::integer as late,
      count(*) filter (where (rating->>'created_at')::timestamptz > since.at)::integer as rated,
      count(*) filter (where (rating->>'created_at')::timestamptz > since.at
        and (rating->>'score')::integer >= 4)::integer as satisfied
    from tickets, since
    where tenant_id = support.tenant()
      and (status <> 'resolved' or updated_at > since.at)`.execute(trx);
  const broken = await trx
    .selectFrom('integrations')
    .select('name')
    .where('tenant_id', '=', ofTenant)
    .where('mode', '=', 'live')
    .where('lifecycle', 'in', ['active', 'error'])
    .where('health', 'in', ['degraded', 'unhealthy'])
    .orderBy('name')
    .execute();
  const none = { open: 0, created: 0, answered: 0, late: 0, rated: 0, satisfied: 0 };
  return { ...(rows[0] ?? none), broken: broken.map(({ name }) => name) };
}
