import type { Transaction } from 'kysely';
import { answerQuestion } from '../../src/contract/answer.ts';
import { getArticleIndex, searchArticles } from '../../src/contract/article.ts';
import { suggestArticles } from '../../src/contract/articleSuggestions.ts';
import { minScore } from '../../src/relevance/score.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, route } from '../http/route.ts';
import { answer } from '../kb/answer.ts';
import { articleUrl, localeChain } from '../kb/locales.ts';
import { listPopular } from '../kb/popular.ts';
import { search, searchAndCount } from '../kb/search.ts';
import { synonymsVersion, withCommonSynonyms } from '../kb/synonyms/index.ts';
import { listIndexed, listRestricted } from '../queries/articleSearch.ts';
import { listLocales } from '../queries/articles.ts';
import { readTenant } from '../queries/tenants.ts';

/** Maximum number of characters for search on a device. gzip compresses them to about 1 MB. */
const indexedTextBytes = 3_300_000;

export const searchArticlesRoute = route(
  { ...noInput, ...searchArticles },
  ({ trx, caller, query: { q, limit: requested, locale, category } }) => {
    const limit = Number(requested ?? 10);
    if (q === undefined) return listPopular(trx, { locale, limit });
    return (caller.mode === 'live' ? searchAndCount : search)(trx, caller.tenantId, {
      text: q,
      locale,
      category,
      limit,
      threshold: minScore,
      isFinished: false,
    });
  },
);

export const suggestArticlesRoute = route(
  { ...noInput, ...suggestArticles },
  ({ trx, caller, body: { content, subject, locale, category, limit, relevance_threshold } }) =>
    search(trx, caller.tenantId, {
      text: subject === undefined ? content : `${subject}\n${content}`,
      locale,
      category,
      limit,
      threshold: relevance_threshold,
      isFinished: true,
    }),
);

export const answerRoute = route(
  { ...noInput, ...answerQuestion },
  async ({ trx, caller, canWriteAnswers, body: { content, locale, category } }) => ({
    ...(await answer(trx, caller.tenantId, { text: content, locale, category })),
    ...(canWriteAnswers && { can_write: (await readTenant(trx)).written_answers }),
  }),
);

export const articleIndexRoute = route(
  { ...noInput, ...getArticleIndex },
  async ({ trx, query }) => {
    const { found, kb_url, limit, version, restricted } = await openIndex(trx, query.locale);
    const {
      locale = query.locale ?? 'en',
      synonyms = [],
      articles = 0,
      text_bytes = 0,
    } = found ?? {};
    if (articles > limit || text_bytes > indexedTextBytes)
      return { too_many: true as const, limit };
    const rows = await listIndexed(trx, locale);
    const indexed = rows.map((row) => ({ ...row, url: articleUrl(kb_url, row.slug) }));
    const groups = withCommonSynonyms(synonyms, locale);
    return {
      ...{ version, locale, limit, synonyms: groups, articles: indexed },
      ...(restricted.length > 0 && { restricted: true }),
    };
  },
  async ({ trx, query }) => (await openIndex(trx, query.locale)).version,
);

/**
 * Returns the language whose articles go to the device, and everything that its index depends on,
 * such as the restricted articles that the visitor can read.
 */
async function openIndex(trx: Transaction<Schema>, requested: string | undefined) {
  const there = await listLocales(trx);
  const [nearest] = localeChain(
    requested,
    there.map(({ locale }) => locale),
  );
  const found = there.find(({ locale }) => locale === nearest);
  const { kb_url, kb_index_limit: limit } = await readTenant(trx);
  const restricted = found === undefined ? [] : await listRestricted(trx, found.locale);
  const version = [
    found?.version ?? '',
    found?.locale ?? requested,
    kb_url,
    limit,
    synonymsVersion,
    ...restricted,
  ].join(' ');
  return { found, kb_url, limit, version, restricted };
}
