import type { Transaction } from 'kysely';
import { getArticle, rateArticle } from '../../src/contract/article.ts';
import { isSlug } from '../../src/contract/limits.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, route } from '../http/route.ts';
import { articleUrl, localeChain } from '../kb/locales.ts';
import {
  countView,
  findBySlug,
  findRelated,
  listLocales,
  storeFeedback,
} from '../queries/articles.ts';
import { readTenant } from '../queries/tenants.ts';
import { emitEvent } from '../queries/webhookEvents.ts';

/**
 * Returns the published article of a current or former slug, in the requested language or the
 * nearest one that exists.
 */
async function openArticle(trx: Transaction<Schema>, slug: string, requestedLocale?: string) {
  const there = await listLocales(trx);
  const locales = localeChain(
    requestedLocale,
    there.map(({ locale }) => locale),
  );
  const article =
    isSlug(slug) && locales.length > 0 ? await findBySlug(trx, slug, locales) : undefined;
  if (article === undefined)
    throw apiErrors.notFound('There is no such article. Check the slug and the language.');
  return { article, locales };
}

export const getArticleRoute = route(
  { ...noInput, ...getArticle },
  async ({ trx, caller, query, param }) => {
    const { article, locales } = await openArticle(trx, param('slug'), query.locale);
    const { updated_at, slug, related: slugs, ...rest } = article;
    if (caller.mode === 'live') await countView(trx, slug);
    const { kb_url } = await readTenant(trx);
    const related = slugs.length === 0 ? [] : await findRelated(trx, slugs, locales);
    return {
      ...rest,
      slug,
      url: articleUrl(kb_url, slug),
      updated: updated_at.toISOString(),
      related: related.map((other) => ({ ...other, url: articleUrl(kb_url, other.slug) })),
    };
  },
);

export const rateArticleRoute = route(
  { ...noInput, ...rateArticle },
  async ({ trx, caller, body: { helpful, comment }, param }) => {
    const { article } = await openArticle(trx, param('slug'));
    await storeFeedback(trx, { slug: article.slug, helpful, comment: comment ?? null });
    await emitEvent(trx, 'article.feedback', { slug: article.slug, helpful, mode: caller.mode });
    return { helpful };
  },
);
