import type { Transaction } from 'kysely';
import type { ArticleResults } from '../../src/contract/article.ts';
import type { Schema } from '../db/schema.ts';
import { listSearchedLocales } from '../queries/articleSearch.ts';
import { findMostViewed } from '../queries/articles.ts';
import { articleUrl, localeChain } from './locales.ts';

interface PopularOptions {
  locale?: string | undefined;
  limit: number;
}

/** Returns the most viewed articles, in the form of search results. */
export async function listPopular(
  trx: Transaction<Schema>,
  { locale: requestedLocale, limit }: PopularOptions,
): Promise<ArticleResults> {
  const there = await listSearchedLocales(trx);
  const locales = localeChain(
    requestedLocale,
    there.map(({ locale }) => locale),
  );
  const [locale = requestedLocale ?? 'en'] = locales;
  const [{ kb_url } = { kb_url: '' }] = there;
  const found = locales.length === 0 ? [] : await findMostViewed(trx, locales, limit);
  const results = found.map((article) => ({
    ...article,
    url: articleUrl(kb_url, article.slug),
    snippet: '',
    relevance_score: 0,
    auto_suggested: true as const,
    matches: { title: [], snippet: [] },
  }));
  return { results, locale };
}
