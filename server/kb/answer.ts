import type { Transaction } from 'kysely';
import type { PassageAnswer } from '../../src/contract/answer.ts';
import { answerScore } from '../../src/relevance/answerScore.ts';
import { queryOf } from '../../src/relevance/query.ts';
import type { Schema } from '../db/schema.ts';
import { findArticle, listLocales } from '../queries/articles.ts';
import { openCorpus } from './corpora.ts';
import { bestPassage } from './passage.ts';
import { type SearchOptions, search } from './search.ts';

/**
 * Returns the passage that answers a question, or null unless one article is very likely the right
 * one.
 */
export async function answer(
  trx: Transaction<Schema>,
  tenantId: string,
  options: Pick<SearchOptions, 'text' | 'locale' | 'category'>,
): Promise<{ answer: PassageAnswer | null; locale: string }> {
  const found = await search(trx, tenantId, {
    ...options,
    limit: 1,
    threshold: answerScore,
    isFinished: true,
  });
  const none = { answer: null, locale: found.locale };
  const [best] = found.results;
  const locale = (await listLocales(trx)).find((one) => one.locale === found.locale);
  if (best === undefined || locale === undefined) return none;
  const article = await findArticle(trx, best.slug, [locale.locale]);
  const { corpus } = await openCorpus(trx, tenantId, locale);
  const passage = article && bestPassage(article, queryOf(options.text, corpus, true));
  if (passage === undefined) return none;
  const { slug, title, url, relevance_score } = best;
  const at = passage.anchor === '' ? '' : `#${encodeURIComponent(passage.anchor)}`;
  return {
    answer: { ...passage, slug, title, url: `${url}${at}`, relevance_score },
    locale: locale.locale,
  };
}
