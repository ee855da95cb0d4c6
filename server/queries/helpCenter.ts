import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** The published articles of a language, by category and title. Omits What's new. */
const published = (trx: Transaction<Schema>, locale: string) =>
  trx
    .selectFrom('articles')
    .select(['slug', 'title', 'description'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('published', '=', true)
    .where('news_at', 'is', null)
    .orderBy('category')
    .orderBy('title');

export function listPublished(trx: Transaction<Schema>, locale: string) {
  return published(trx, locale).select('category').execute();
}

/** Like `listPublished`, with the content. */
export function listContents(trx: Transaction<Schema>, locale: string) {
  return published(trx, locale).select('blocks').execute();
}

/** Returns every published article in each of its languages. */
export function listAddresses(trx: Transaction<Schema>) {
  return trx
    .selectFrom('articles')
    .select(['slug', 'locale', 'updated_at as updated'])
    .where('tenant_id', '=', ofTenant)
    .where('published', '=', true)
    .orderBy('slug')
    .orderBy('locale')
    .execute();
}

/** Returns the languages in which an article is published. */
export async function listLanguages(trx: Transaction<Schema>, slug: string): Promise<string[]> {
  const found = await trx
    .selectFrom('articles')
    .select('locale')
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where('published', '=', true)
    .orderBy('locale')
    .execute();
  return found.map(({ locale }) => locale);
}
