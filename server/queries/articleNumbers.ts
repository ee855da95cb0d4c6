import { sql, type Transaction } from 'kysely';
import { deflectionEvents } from '../../src/contract/deflection.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

const viewDays = 90;
const maxComments = 100;

/** Returns the days on which an article was viewed, oldest first. */
export async function listViews(trx: Transaction<Schema>, slug: string) {
  return trx
    .selectFrom('article_views')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), 'views'])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where('day', '>', sql<Date>`current_date - ${viewDays}::integer`)
    .orderBy('article_views.day')
    .execute();
}

/** Returns the number of votes of live visitors. */
export function countVotes(trx: Transaction<Schema>, slug: string) {
  return trx
    .selectFrom('article_feedback')
    .select([
      sql<number>`(count(*) filter (where helpful))::integer`.as('helpful'),
      sql<number>`(count(*) filter (where not helpful))::integer`.as('not_helpful'),
    ])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where('mode', '=', 'live')
    .executeTakeFirstOrThrow();
}

/** Returns the votes with a comment, newest first. */
export async function listComments(trx: Transaction<Schema>, slug: string) {
  const found = await trx
    .selectFrom('article_feedback')
    .select(['helpful', 'comment', 'created_at'])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where('mode', '=', 'live')
    .where('comment', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(maxComments)
    .execute();
  return found.map(({ helpful, comment, created_at }) => ({
    helpful,
    comment: comment ?? '',
    at: created_at.toISOString(),
  }));
}

/** Returns how often the widget reported that an article helped. */
export async function countDeflections(trx: Transaction<Schema>, slug: string): Promise<number> {
  const { deflections } = await trx
    .selectFrom('events')
    .select(sql<number>`count(*)::integer`.as('deflections'))
    .where('tenant_id', '=', ofTenant)
    .where('name', 'in', [...deflectionEvents.solved])
    .where(sql<string>`properties->>'slug'`, '=', slug)
    .executeTakeFirstOrThrow();
  return deflections;
}
