import type { Transaction } from 'kysely';
import type { ArticleResult, ArticleResults } from '../../src/contract/article.ts';
import { findCandidates } from '../../src/relevance/candidates.ts';
import { queryOf } from '../../src/relevance/query.ts';
import { choose, rank } from '../../src/relevance/score.ts';
import { marksOf, snippetOf } from '../../src/relevance/snippet.ts';
import type { Schema } from '../db/schema.ts';
import { listSearchedLocales } from '../queries/articleSearch.ts';
import { countMissedSearch } from '../queries/missedSearches.ts';
import { type ArticleLocale, openCorpus, postingsOf } from './corpora.ts';
import { articleUrl, nearestAnswer, searchedLocales } from './locales.ts';
import { textsOf, titlesOf } from './searchedArticles.ts';

export interface SearchOptions {
  text: string;
  locale?: string | undefined;
  category?: string | undefined;
  limit: number;
  /** Minimum `relevance_score`. */
  threshold: number;
  /** The last word is complete, so it does not match longer words. */
  isFinished: boolean;
}

/** Returns the articles that match a text best, in the nearest language with results. */
export async function search(
  trx: Transaction<Schema>,
  tenantId: string,
  options: SearchOptions,
): Promise<ArticleResults> {
  const there = await listSearchedLocales(trx);
  const locales = searchedLocales(
    options.locale,
    there.map(({ locale }) => locale),
  );
  const { locale, results } = await nearestAnswer(
    locales,
    async (name) => {
      const found = there.find((one) => one.locale === name);
      return found === undefined ? [] : searchIn(trx, tenantId, found, options);
    },
    (result) => result.relevance_score,
  );
  return { results: [...results], locale: locale ?? options.locale ?? 'en' };
}

/** Like `search`, for a visitor's search. Counts a search without results. */
export async function searchAndCount(
  trx: Transaction<Schema>,
  tenantId: string,
  options: SearchOptions,
): Promise<ArticleResults> {
  const found = await search(trx, tenantId, options);
  if (found.results.length === 0)
    await countMissedSearch(trx, { ...options, locale: found.locale });
  return found;
}

async function searchIn(
  trx: Transaction<Schema>,
  tenantId: string,
  locale: ArticleLocale & { kb_url: string },
  { text, category, limit, threshold, isFinished }: SearchOptions,
): Promise<ArticleResult[]> {
  const opened = await openCorpus(trx, tenantId, locale);
  const query = queryOf(text, opened.corpus, isFinished);
  if (query.terms.size === 0) return [];
  const postings = await postingsOf(trx, opened, [...query.terms.keys()]);
  const found = findCandidates(query, postings, opened.ids.length);
  const candidates = new Map([...found].map(([at, evidence]) => [opened.ids[at] ?? -1, evidence]));
  if (candidates.size === 0) return [];
  const articles = (await titlesOf(trx, opened, [...candidates.keys()])).map((article) => ({
    ...(candidates.get(article.id) ?? { share: 0, inTitle: 0, amount: 0 }),
    ...article,
    isOfCategory: category === article.category,
  }));
  const best = choose(rank(query, articles), { limit, threshold });
  if (best.length === 0) return [];
  const texts = await textsOf(
    trx,
    opened,
    best.map(({ id }) => id),
  );
  return best.map(({ id, slug, title, category: ownCategory, minutes, score }) => {
    const article = texts.get(id) ?? { description: '', text: '', tokens: [] };
    const snippet = snippetOf(article, query, article.tokens);
    return {
      slug,
      title,
      category: ownCategory,
      minutes,
      url: articleUrl(locale.kb_url, slug),
      snippet: snippet.text,
      relevance_score: score,
      auto_suggested: true,
      matches: { title: marksOf(title, query), snippet: snippet.matches },
    };
  });
}
