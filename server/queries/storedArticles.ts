import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Returns the data that an import needs of every existing article. */
export function listStoredArticles(trx: Transaction<Schema>) {
  return trx
    .selectFrom('articles')
    .select(['locale', 'slug', 'path', 'source_hash as hash', 'published'])
    .select(['title', 'category', 'updated_at', 'version', 'publish_at', 'news_at', 'audience'])
    .where('tenant_id', '=', ofTenant)
    .orderBy('locale')
    .orderBy('path')
    .orderBy('slug')
    .execute();
}

/** Returns the same data of one article, and who saved it. */
export function findStoredArticle(
  trx: Transaction<Schema>,
  { locale, slug }: { locale: string; slug: string },
) {
  return trx
    .selectFrom('articles')
    .select(['locale', 'slug', 'path', 'source_hash as hash', 'published'])
    .select([
      'title',
      'category',
      'updated_at',
      'version',
      'publish_at',
      'news_at',
      'audience',
      'saved_by',
    ])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** Returns the languages that have published articles, with their synonyms. */
export async function listArticleLocales(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_locales')
    .select(['locale', 'synonyms'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}
