import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Position in the list: only entries after it. */
export interface NewsPosition {
  at: Date;
  slug: string;
}

/**
 * Returns entries of What's new, newest first. Each is in the first of these languages that has it.
 */
export function listNews(
  trx: Transaction<Schema>,
  locales: readonly string[],
  { after, limit }: { after: NewsPosition | undefined; limit: number },
) {
  return trx
    .selectFrom((from) =>
      from
        .selectFrom('articles')
        .select(['slug', 'locale', 'category', 'title', 'description', 'minutes'])
        .select(sql<Date>`news_at`.as('news_at'))
        .distinctOn('slug')
        .where('tenant_id', '=', ofTenant)
        .where('locale', 'in', [...locales])
        .where('published', '=', true)
        .where('news_at', '<=', sql<Date>`now()`)
        .orderBy('slug')
        .orderBy(sql`array_position(${[...locales]}::text[], locale)`)
        .as('found'),
    )
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(news_at, slug) < (${after?.at}::timestamptz, ${after?.slug}::text)`,
      ),
    )
    .orderBy('news_at', 'desc')
    .orderBy('slug', 'desc')
    .limit(limit)
    .execute();
}
