import type { Transaction } from 'kysely';
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
import { takePicture } from '../attachments/pictures.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';
import { type Call, noInput, route, type UploadRoute } from '../http/route.ts';
import { ArticleFault } from '../kb/frontMatter.ts';
import { storeImported, writeArticle } from '../kb/writeArticle.ts';
import {
  listArticleLocales,
  listStoredArticles as readStoredArticles,
  removeArticle,
  unpublishArticles,
} from '../queries/articleImport.ts';
import { removeUnusedPictures } from '../queries/articlePictures.ts';
import { finishLocale } from '../queries/articlePostings.ts';

/** Articles are written in the name of the account, whoever of the team does it. */
async function asAccount({ trx, caller }: Pick<Call<unknown, unknown>, 'trx' | 'caller'>) {
  await enter(trx, { actor: 'operator', tenantId: caller.tenantId });
  return trx;
}

async function readAll(trx: Transaction<Schema>): Promise<StoredArticle[]> {
  const stored = await readStoredArticles(trx);
  return stored.map(({ updated_at, ...article }) => ({
    ...article,
    updated: updated_at.toISOString(),
  }));
}

async function find(
  trx: Transaction<Schema>,
  { slug, locale }: { slug: string; locale: string },
): Promise<StoredArticle | undefined> {
  return (await readAll(trx)).find((one) => one.slug === slug && one.locale === locale);
}

/** The part of an article that the audit log names. */
function factsOf({ locale, title, category, published }: StoredArticle) {
  return { locale, title, category, published };
}

async function synonymsOf(trx: Transaction<Schema>): Promise<Record<string, string[][]>> {
  const locales = await listArticleLocales(trx);
  return Object.fromEntries(locales.map(({ locale, synonyms }) => [locale, synonyms]));
}

export const listStoredArticlesRoute = route(
  { ...noInput, ...listStoredArticles },
  async (call) => {
    const trx = await asAccount(call);
    return { articles: await readAll(trx), synonyms: await synonymsOf(trx) };
  },
);

export const putArticleRoute = route({ ...noInput, ...putArticle }, async (call) => {
  const slug = call.param('slug');
  if (!isSlug(slug)) {
    const message = 'Must be lower-case letters, numbers and single hyphens.';
    throw apiErrors.invalid([{ field: 'slug', message }]);
  }
  const { locale } = call.body;
  const trx = await asAccount(call);
  const before = await find(trx, { slug, locale });
  const report = await writeArticle(trx, slug, call.body).catch((error: unknown) => {
    if (!(error instanceof ArticleFault)) throw error;
    const message = `Line ${error.line}: ${error.message}`;
    throw apiErrors.invalid([{ field: 'markdown', message }]);
  });
  await finishLocale(trx, locale, (await synonymsOf(trx))[locale] ?? []);
  const article = await find(trx, { slug, locale });
  if (article === undefined) throw new Error(`The article ${slug} was not stored.`);
  call.note({ before: before && factsOf(before), after: factsOf(article) });
  return { article, ...report };
});

export const deleteArticleRoute = route({ ...noInput, ...deleteArticle }, async (call) => {
  const key = { slug: call.param('slug'), locale: call.query.locale };
  const trx = await asAccount(call);
  const before = await find(trx, key);
  if (before === undefined || !(await removeArticle(trx, key))) {
    throw apiErrors.notFound('No such article.');
  }
  call.note({ before: factsOf(before) });
  await finishLocale(trx, key.locale, (await synonymsOf(trx))[key.locale] ?? []);
  return key;
});

export const importArticlesRoute = route({ ...noInput, ...importArticles }, async (call) => {
  const { articles, gone, index } = call.body;
  const trx = await asAccount(call);
  const faults = await storeImported(trx, articles);
  await unpublishArticles(trx, gone);
  for (const [locale, synonyms] of Object.entries(index)) {
    await finishLocale(trx, locale, synonyms);
  }
  if (Object.keys(index).length > 0) await removeUnusedPictures(trx);
  const stored = articles.length - faults.length;
  call.note({ after: { stored, unpublished: gone.length, rejected: faults.length } });
  return { stored, faults };
});

export const uploadArticlePictureRoute: UploadRoute = {
  endpoint: uploadArticlePicture,
  async take(request, place) {
    const id = await takePicture(place, request);
    return { reply: { id, url: picturePath.replace('{id}', id) }, replayed: false };
  },
};
