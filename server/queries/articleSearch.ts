import { type Selectable, sql, type Transaction } from 'kysely';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Returns every language that has published articles, and the pattern of their addresses. */
export function listSearchedLocales(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_locales')
    .innerJoin('tenants', 'tenants.id', 'article_locales.tenant_id')
    .select(['locale', 'version', 'articles', 'text_bytes', 'synonyms', 'kb_url'])
    .where('article_locales.tenant_id', '=', ofTenant)
    .where('tenants.id', '=', ofTenant)
    .execute();
}

/** Returns every term of a language, and the number of articles that contain it. */
export function listTerms(trx: Transaction<Schema>, locale: string) {
  return trx
    .selectFrom('article_terms')
    .select(['term', 'articles'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .execute();
}

/** Returns the postings of these terms. */
export function findPostings(trx: Transaction<Schema>, locale: string, terms: readonly string[]) {
  return trx
    .selectFrom('article_terms')
    .select(['term', 'postings'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('term', 'in', [...terms])
    .execute();
}

/** The ranking data of an article. `isPublic`: everyone can read it. */
export type ArticleTitle = Pick<
  Selectable<ArticlesTable>,
  'id' | 'slug' | 'title' | 'category' | 'minutes'
> & { isPublic: boolean };

/** Returns the ranking data of the published articles with these ids. */
export function findTitles(
  trx: Transaction<Schema>,
  ids: readonly number[],
): Promise<ArticleTitle[]> {
  return trx
    .selectFrom('articles')
    .select(['id', 'slug', 'title', 'category', 'minutes'])
    .select(sql<boolean>`audience is null`.as('isPublic'))
    .where('tenant_id', '=', ofTenant)
    .where('id', 'in', [...ids])
    .where('published', '=', true)
    .execute();
}

export function findTexts(trx: Transaction<Schema>, ids: readonly number[]) {
  return trx
    .selectFrom('articles')
    .select(['id', 'description', 'body as text'])
    .where('tenant_id', '=', ofTenant)
    .where('id', 'in', [...ids])
    .execute();
}

/** Returns the search data of all articles of a language, for a device. Omits What's new. */
export function listIndexed(trx: Transaction<Schema>, locale: string) {
  return trx
    .selectFrom('articles')
    .select(['slug', 'title', 'category', 'minutes', 'description', 'tags', 'headings'])
    .select('body as text')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('published', '=', true)
    .where('news_at', 'is', null)
    .orderBy('slug')
    .execute();
}

/** Returns the restricted articles of a language that the visitor can read. */
export async function listRestricted(trx: Transaction<Schema>, locale: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('articles')
    .select('slug')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('audience', 'is not', null)
    .where('published', '=', true)
    .where('news_at', 'is', null)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Returns the published articles of the tenant with these slugs, in every language. */
export function findBySlugs(trx: Transaction<Schema>, slugs: readonly string[]) {
  return trx
    .selectFrom('articles')
    .select(['slug', 'locale', 'title', 'description', 'body'])
    .where('tenant_id', '=', ofTenant)
    .where('slug', 'in', [...slugs])
    .where('published', '=', true)
    .orderBy('locale')
    .execute();
}
