import { type QueryCreator, sql, type Transaction } from 'kysely';
import { deflectionEvents } from '../../src/contract/deflection.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant, ofVisitor } from '../db/scope.ts';

const names = (of: keyof typeof deflectionEvents) =>
  sql`name in (${sql.join(deflectionEvents[of])})`;
const day = sql`interval '24 hours'`;

/** True for an event that the deflection formula uses. */
export function concernsDeflection(name: string): boolean {
  return Object.values(deflectionEvents).some((known) => known.some((one) => one === name));
}

/**
 * Rebuilds the episodes of a visitor from their events, by the formula in
 * src/contract/deflection.ts.
 */
export async function rebuildDeflections(
  trx: Transaction<Schema>,
  visitorHash: string,
): Promise<void> {
  // Serializes the batches of one visitor, so that the later one sees the events of both.
  await sql`select pg_advisory_xact_lock(hashtextextended(${visitorHash}, 0))`.execute(trx);
  await sql`delete from deflections
    where tenant_id = support.tenant() and visitor_hash = ${visitorHash}`.execute(trx);
  await sql`
    with visits as (
      select name, timestamp as at, properties->>'category' as category from events
      where tenant_id = support.tenant() and visitor_hash = ${visitorHash}
    ), shown as (
      select at, category,
        case when at - lag(at) over (order by at) <= ${day} then 0 else 1 end as begins
      from visits where ${names('shown')}
    ), numbered as (
      select at, category, sum(begins) over (order by at) as episode from shown
    ), spans as (
      select min(at) as started_at, max(at) as shown_at,
        (array_agg(category order by at) filter (where category is not null))[1] as category
      from numbered group by episode
    ), read as (
      select spans.*, min(visits.at) as first_opened, max(visits.at) as opened_at
      from spans left join visits on ${names('opened')}
        and visits.at between spans.started_at and spans.shown_at + ${day}
      group by 1, 2, 3
    )
    insert into deflections
      (visitor_hash, started_at, shown_at, opened_at, solved_at, requested_at, category)
    select ${visitorHash}, started_at, shown_at, opened_at,
      (select min(at) from visits where ${names('solved')}
        and at between first_opened and opened_at + ${day}),
      (select min(at) from visits where ${names('requested')}
        and at between started_at and coalesce(opened_at, shown_at) + ${day}),
      category
    from read`.execute(trx);
}

/**
 * Updates the episodes of the visitor of the transaction after one more request. Nothing else of an
 * episode can change then.
 */
export function requestOf(db: QueryCreator<Schema>, at: Date) {
  return db
    .updateTable('deflections')
    .set({ requested_at: sql<Date>`least(requested_at, ${at}::timestamptz)` })
    .where('tenant_id', '=', ofTenant)
    .where('visitor_hash', '=', ofVisitor)
    .where('started_at', '<=', at)
    .where(sql<boolean>`coalesce(opened_at, shown_at) + ${day} >= ${at}::timestamptz`);
}
