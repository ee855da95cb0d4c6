import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import {
  deleteArticle,
  importArticles,
  listStoredArticles,
  putArticle,
  type StoredArticle,
  uploadArticlePicture,
} from '../../src/contract/articleAdmin.ts';
import { picturePath } from '../../src/contract/articleBody.ts';
import { isSlug } from '../../src/contract/limits.ts';
import { receivePicture } from '../attachments/pictures.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';
import {
  type Call,
  noInput,
  type PreparingCall,
  preparedRoute,
  route,
  type UploadRoute,
} from '../http/route.ts';
import { ArticleFault } from '../kb/articleFault.ts';
import { expectVersion, planPublishing, refreshLocale } from '../kb/articleStates.ts';
import type { ArticleKey } from '../kb/articleStore.ts';
import {
  type ArticleInput,
  type ArticleInputResult,
  readArticleInput,
  readImported,
} from '../kb/writeArticle.ts';
import { removeArticle, storeArticles, unpublishArticles } from '../queries/articleImport.ts';
import { removeUnusedPictures } from '../queries/articlePictures.ts';
import { finishLocale, lockSlugs } from '../queries/articlePostings.ts';
import { removeRedirect } from '../queries/articleRedirects.ts';
import {
  findStoredArticle,
  listArticleLocales,
  listStoredArticles as readStoredArticles,
} from '../queries/storedArticles.ts';

/**
 * Continues the transaction in the scope of the account, because articles belong to the account and
 * not to an agent.
 */
export async function asAccount({ trx, caller }: Pick<Call<unknown, unknown>, 'trx' | 'caller'>) {
  await enter(trx, { actor: 'operator', tenantId: caller.tenantId });
  return trx;
}

type StoredRow = NonNullable<Awaited<ReturnType<typeof findStoredArticle>>>;

function presentStored({
  updated_at,
  publish_at,
  news_at,
  ...article
}: Omit<StoredRow, 'saved_by'>): StoredArticle {
  return {
    ...article,
    updated: updated_at.toISOString(),
    publish_at: publish_at?.toISOString() ?? null,
    news_at: news_at?.toISOString() ?? null,
  };
}

/** Returns an article. @throws NotFoundError */
export async function readStored(
  trx: Transaction<Schema>,
  key: ArticleKey,
): Promise<StoredArticle> {
  const found = await findStoredArticle(trx, key);
  if (found === undefined)
    throw apiErrors.notFound('There is no such article. Check the slug and the language.');
  return presentStored(found);
}

/** The part of an article that the audit log names. */
export function factsOf({
  locale,
  title,
  category,
  published,
  publish_at,
  news_at,
  audience,
}: Omit<StoredArticle, 'publish_at'> & { publish_at: unknown }) {
  return {
    ...{ locale, title, category, published },
    ...(publish_at !== null && { publish_at }),
    ...(news_at !== null && { news_at }),
    ...(audience !== null && { audience }),
  };
}

export const listStoredArticlesRoute = route(
  { ...noInput, ...listStoredArticles },
  async (call) => {
    const trx = await asAccount(call);
    const locales = await listArticleLocales(trx);
    return {
      articles: (await readStoredArticles(trx)).map(presentStored),
      synonyms: Object.fromEntries(locales.map(({ locale, synonyms }) => [locale, synonyms])),
    };
  },
);

/** Reads an article of an API request. @throws ValidationError */
export async function readDraft(
  { articles, inAccount, caller: { tenantId } }: PreparingCall<unknown, unknown>,
  slug: string,
  input: ArticleInput,
): Promise<ArticleInputResult> {
  try {
    return await readArticleInput({ articles, inAccount, tenantId }, slug, input);
  } catch (error) {
    if (!(error instanceof ArticleFault)) throw error;
    const message = `Line ${error.line}: ${error.message}`;
    throw apiErrors.invalid([{ field: 'markdown', message }]);
  }
}

/** Stores an article. Returns it with its broken links. */
export async function storeDraft(
  { caller, note, ...call }: Pick<Call<unknown, unknown>, 'trx' | 'caller' | 'note'>,
  { row, report }: ArticleInputResult,
  baseVersion: number | undefined,
) {
  const { slug, locale } = row;
  const key = { slug, locale };
  const trx = await asAccount({ caller, ...call });
  if (row.audience !== undefined) await lockSlugs(trx);
  await expectVersion(trx, key, baseVersion);
  const before = await findStoredArticle(trx, key);
  await storeArticles(trx, [row], caller.by.actor_name);
  await removeRedirect(trx, slug);
  await refreshLocale(trx, locale);
  const article = await readStored(trx, key);
  if (article.publish_at !== null) await planPublishing(trx, key, new Date(article.publish_at));
  note({ before: before && factsOf(presentStored(before)), after: factsOf(article) });
  return { article, ...report };
}

export const putArticleRoute = preparedRoute(
  { ...noInput, ...putArticle },
  async (call) => {
    const slug = call.param('slug');
    if (!isSlug(slug)) {
      const message = 'Must be lower-case letters, numbers and single hyphens.';
      throw apiErrors.invalid([{ field: 'slug', message }]);
    }
    return readDraft(call, slug, call.body);
  },
  (call) => storeDraft(call, call.prepared, call.body.base_version),
);

export const deleteArticleRoute = route({ ...noInput, ...deleteArticle }, async (call) => {
  const key = { slug: call.param('slug'), locale: call.query.locale };
  const trx = await asAccount(call);
  const before = await readStored(trx, key);
  await removeArticle(trx, key);
  call.note({ before: factsOf(before) });
  await refreshLocale(trx, key.locale);
  return key;
});

async function storeImport(
  call: Call<unknown, z.output<typeof importArticles.body>>,
  { rows, faults }: Awaited<ReturnType<typeof readImported>>,
) {
  const { articles, gone, index } = call.body;
  const trx = await asAccount(call);
  if (rows.length > 0) await storeArticles(trx, rows, call.caller.by.actor_name);
  await unpublishArticles(trx, gone);
  for (const [locale, synonyms] of Object.entries(index)) {
    await finishLocale(trx, locale, synonyms);
  }
  if (Object.keys(index).length > 0) await removeUnusedPictures(trx);
  const stored = articles.length - faults.length;
  call.note({ after: { stored, unpublished: gone.length, rejected: faults.length } });
  return { stored, faults };
}

export const importArticlesRoute = preparedRoute(
  { ...noInput, ...importArticles },
  ({ articles, caller: { tenantId }, body }) => readImported({ articles, tenantId }, body.articles),
  (call) => storeImport(call, call.prepared),
);

export const uploadArticlePictureRoute: UploadRoute = {
  endpoint: uploadArticlePicture,
  async take(request, place) {
    const id = await receivePicture(place, request);
    return { reply: { id, url: picturePath.replace('{id}', id) }, replayed: false };
  },
};
