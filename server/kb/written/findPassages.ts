import type { Transaction } from 'kysely';
import type { WrittenQuestion } from '../../../src/contract/writtenAnswer.ts';
import type { WrittenSource } from '../../../src/contract/writtenEvent.ts';
import { queryOf } from '../../../src/relevance/query.ts';
import { fairScore } from '../../../src/relevance/score.ts';
import { plainText } from '../../base/plainText.ts';
import type { Schema } from '../../db/schema.ts';
import { findArticle, listLocales } from '../../queries/articles.ts';
import { openCorpus } from '../corpora.ts';
import { bestPassages } from '../passage.ts';
import { search } from '../search.ts';

/** A passage for the model, and its source for the visitor. */
export interface FoundPassage extends WrittenSource {
  text: string;
}

const maxArticles = 4;
const maxPassagesPerArticle = 2;

/**
 * Returns the passages that match a question and its earlier questions best, and their language.
 * Returns none if no article matches.
 */
export async function findPassages(
  trx: Transaction<Schema>,
  tenantId: string,
  { content, earlier = [], locale: requestedLocale, category }: WrittenQuestion,
): Promise<{ locale: string; passages: FoundPassage[] }> {
  const text = [...earlier, content].join('\n');
  const { results, locale } = await search(trx, tenantId, {
    text,
    locale: requestedLocale,
    category,
    limit: maxArticles,
    threshold: fairScore,
    isFinished: true,
  });
  const known = (await listLocales(trx)).find((one) => one.locale === locale);
  if (known === undefined) return { locale, passages: [] };
  const { corpus } = await openCorpus(trx, tenantId, known);
  const query = queryOf(text, corpus, true);
  const passages: FoundPassage[] = [];
  for (const { slug, title, url } of results) {
    const article = await findArticle(trx, slug, [locale]);
    if (article === undefined) continue;
    for (const { heading, anchor, blocks } of bestPassages(article, query, maxPassagesPerArticle)) {
      const at = anchor === '' ? '' : `#${encodeURIComponent(anchor)}`;
      passages.push({ slug, title, url: url + at, heading, anchor, text: plainText(blocks) });
    }
  }
  return { locale, passages };
}
