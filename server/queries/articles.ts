import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { findRedirect } from './articleRedirects.ts';

/** Returns every language that has published articles. */
export function listLocales(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_locales')
    .select(['locale', 'version', 'articles', 'text_bytes', 'synonyms'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}

/** Returns the article in the first of these languages that has it. */
export function findArticle(trx: Transaction<Schema>, slug: string, locales: readonly string[]) {
  return trx
    .selectFrom('articles')
    .select(['locale', 'slug', 'category', 'title', 'description', 'tags', 'related', 'blocks'])
    .select(['minutes', 'updated_at'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', 'in', [...locales])
    .where('slug', '=', slug)
    .where('published', '=', true)
    .orderBy(sql`array_position(${[...locales]}::text[], locale)`)
    .limit(1)
    .executeTakeFirst();
}

/** Like `findArticle`, for a current or former slug of the article. */
export async function findBySlug(
  trx: Transaction<Schema>,
  slug: string,
  locales: readonly string[],
) {
  const found = await findArticle(trx, slug, locales);
  if (found !== undefined) return found;
  const target = await findRedirect(trx, slug);
  return target === undefined ? undefined : findArticle(trx, target, locales);
}

/**
 * Returns the articles with these slugs, in the order of the slugs. Each is in the first of these
 * languages that has it.
 */
export function findRelated(
  trx: Transaction<Schema>,
  slugs: readonly string[],
  locales: readonly string[],
) {
  return trx
    .selectFrom((from) =>
      from
        .selectFrom('articles')
        .select(['slug', 'category', 'title', 'minutes'])
        .distinctOn('slug')
        .where('tenant_id', '=', ofTenant)
        .where('locale', 'in', [...locales])
        .where('slug', 'in', [...slugs])
        .where('published', '=', true)
        .orderBy('slug')
        .orderBy(sql`array_position(${[...locales]}::text[], locale)`)
        .as('found'),
    )
    .selectAll()
    .orderBy(sql`array_position(${[...slugs]}::text[], slug)`)
    .execute();
}

/** Returns the published articles with most views in the last 30 days, each in its best language. */
export async function findMostViewed(
  trx: Transaction<Schema>,
  locales: readonly string[],
  limit: number,
) {
  const viewed = await trx
    .selectFrom('article_views')
    .select('slug')
    .where('tenant_id', '=', ofTenant)
    .where('day', '>', sql<Date>`current_date - 30`)
    .where((where) =>
      where.exists(
        where
          .selectFrom('articles')
          .select('articles.slug')
          .where('articles.tenant_id', '=', ofTenant)
          .whereRef('articles.slug', '=', 'article_views.slug')
          .where('locale', 'in', [...locales])
          .where('published', '=', true)
          .where('news_at', 'is', null),
      ),
    )
    .groupBy('slug')
    .orderBy((by) => by.fn.sum('views'), 'desc')
    .orderBy('slug')
    .limit(limit)
    .execute();
  const slugs = viewed.map(({ slug }) => slug);
  return slugs.length === 0 ? [] : findRelated(trx, slugs, locales);
}

export async function countView(trx: Transaction<Schema>, slug: string): Promise<void> {
  await trx
    .insertInto('article_views')
    .values({ slug })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'slug', 'day'])
        .doUpdateSet({ views: sql`article_views.views + 1` }),
    )
    .execute();
}

/** Stores a visitor's rating of an article, and replaces an earlier one. */
export async function storeFeedback(
  trx: Transaction<Schema>,
  feedback: { slug: string; helpful: boolean; comment: string | null },
): Promise<void> {
  await trx
    .insertInto('article_feedback')
    .values(feedback)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'slug', 'visitor_hash', 'mode']).doUpdateSet(({ ref }) => ({
        helpful: ref('excluded.helpful'),
        comment: ref('excluded.comment'),
        created_at: sql<Date>`now()`,
      })),
    )
    .execute();
}
