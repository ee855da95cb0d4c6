import type { Transaction } from 'kysely';
import type { ArticleResult, ArticleResults } from '../../src/contract/article.ts';
import { type Query, queryOf } from '../../src/relevance/query.ts';
import { evidenceOf, scoreOf } from '../../src/relevance/score.ts';
import { marksOf, snippetOf } from '../../src/relevance/snippet.ts';
import type { Schema } from '../db/schema.ts';
import { findPostings, findTexts, findTitles } from '../queries/articleSearch.ts';
import { listLocales } from '../queries/articles.ts';
import { readTenant } from '../queries/tenants.ts';
import { type ArticleLocale, corpusOf } from './corpora.ts';
import { articleUrl, searchedLocales } from './locales.ts';

export interface Wish {
  text: string;
  locale?: string | undefined;
  category?: string | undefined;
  limit: number;
  /** Least `relevance_score`. */
  threshold: number;
}

/** Articles whose evidence is looked at closely. */
const candidatesKept = 50;

/** The articles that answer a text best, in the nearest language that has any. */
export async function search(
  trx: Transaction<Schema>,
  tenantId: string,
  wish: Wish,
): Promise<ArticleResults> {
  const there = await listLocales(trx);
  const locales = searchedLocales(
    wish.locale,
    there.map(({ locale }) => locale),
  );
  for (const locale of locales) {
    const found = there.find((one) => one.locale === locale);
    const results = found === undefined ? [] : await searchIn(trx, tenantId, found, wish);
    if (results.length > 0) return { results, locale };
  }
  return { results: [], locale: locales[0] ?? wish.locale ?? 'en' };
}

async function searchIn(
  trx: Transaction<Schema>,
  tenantId: string,
  locale: ArticleLocale,
  { text, category, limit, threshold }: Wish,
): Promise<ArticleResult[]> {
  const query = queryOf(text, await corpusOf(trx, tenantId, locale));
  const candidates = await findCandidates(trx, query);
  if (candidates.size === 0) return [];
  const scored = (await findTitles(trx, [...candidates.keys()])).map((article) => {
    const isOfCategory = category === article.category;
    const evidence = candidates.get(article.id) ?? { some: 0, strong: 0 };
    return { ...article, score: scoreOf(query, evidence, { title: article.title, isOfCategory }) };
  });
  const best = scored
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
    .slice(0, limit);
  if (best.length === 0) return [];
  const { kb_url } = await readTenant(trx);
  const texts = await findTexts(
    trx,
    best.map(({ id }) => id),
  );
  return best.map(({ id, score, ...article }) => {
    const found = texts.find((one) => one.id === id) ?? { description: '', text: '' };
    const snippet = snippetOf(found, query);
    return {
      ...article,
      url: articleUrl(kb_url, article.slug),
      snippet: snippet.text,
      relevance_score: score,
      auto_suggested: true,
      matches: { title: marksOf(article.title, query), snippet: snippet.matches },
    };
  });
}

/** The articles with most of what is asked, by id. */
async function findCandidates(trx: Transaction<Schema>, query: Query) {
  if (query.terms.size === 0) return new Map();
  const postings = await findPostings(trx, query.corpus.locale, [...query.terms.keys()]);
  const ids = new Set([...postings.values()].flatMap((fields) => [...fields.keys()]));
  return new Map(
    [...ids]
      .map((id) => ({ id, ...evidenceOf(query, (term) => postings.get(term)?.get(id) ?? 0) }))
      .sort((a, b) => b.strong - a.strong || b.some - a.some || a.id - b.id)
      .slice(0, candidatesKept)
      .map(({ id, ...evidence }) => [id, evidence]),
  );
}
