import type { Transaction } from 'kysely';
import {
  type ArticleVersion,
  browseArticles,
  type EditedArticle,
  getArticleVersion,
  getEditedArticle,
  listArticleVersions,
  previewArticle,
  restoreArticleVersion,
  updateArticle,
} from '../../src/contract/articleEditing.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, preparedRoute, route } from '../http/route.ts';
import { ArticleFault } from '../kb/articleFault.ts';
import { changeState, expectVersion } from '../kb/articleStates.ts';
import type { ArticleKey } from '../kb/articleStore.ts';
import { storedAudience } from '../kb/audience.ts';
import { editableMarkdown } from '../kb/editable.ts';
import { planOf, readArticleInput } from '../kb/writeArticle.ts';
import { setAudience } from '../queries/articleAudiences.ts';
import { noteReview } from '../queries/articleImport.ts';
import {
  findEdited,
  listArticleKinds,
  listArticlePage,
  listTranslations,
} from '../queries/articleList.ts';
import { lockSlugs } from '../queries/articlePostings.ts';
import { listRedirects } from '../queries/articleRedirects.ts';
import { findVersion, listVersions } from '../queries/articleVersions.ts';
import { asAccount, factsOf, readDraft, readStored, storeDraft } from './articleAdmin.ts';

interface Times {
  saved_at: Date;
  updated_at: Date;
  publish_at: Date | null;
  news_at: Date | null;
}

function presentTimes<Row extends Times>({
  saved_at,
  updated_at,
  publish_at,
  news_at,
  ...row
}: Row) {
  return {
    ...row,
    saved_at: saved_at.toISOString(),
    updated: updated_at.toISOString(),
    publish_at: publish_at?.toISOString() ?? null,
    news_at: news_at?.toISOString() ?? null,
  };
}

export const browseArticlesRoute = route({ ...noInput, ...browseArticles }, async (call) => {
  const { cursor = '0', ...filter } = call.query;
  const trx = await asAccount(call);
  const { rows, total, next } = await listArticlePage(trx, filter, Number(cursor));
  return {
    articles: rows.map(presentTimes),
    total,
    next_cursor: next === null ? null : String(next),
    ...(await listArticleKinds(trx)),
  };
});

async function readEdited(trx: Transaction<Schema>, key: ArticleKey): Promise<EditedArticle> {
  const found = await findEdited(trx, key);
  if (found === undefined)
    throw apiErrors.notFound('There is no such article. Check the slug and the language.');
  const { source: _, blocks: __, ...article } = found;
  const translations = await listTranslations(trx, key.slug);
  return {
    ...presentTimes(article),
    markdown: editableMarkdown(found),
    translations: translations.map(({ saved_at, ...one }) => {
      return { ...one, saved_at: saved_at.toISOString() };
    }),
    redirects: await listRedirects(trx, key.slug),
  };
}

export const getEditedArticleRoute = route({ ...noInput, ...getEditedArticle }, async (call) =>
  readEdited(await asAccount(call), { slug: call.param('slug'), locale: call.query.locale }),
);

export const updateArticleRoute = route({ ...noInput, ...updateArticle }, async (call) => {
  const { published, publish_at, reviewed, audience, base_version } = call.body;
  const key = { slug: call.param('slug'), locale: call.query.locale };
  const trx = await asAccount(call);
  if (audience !== undefined) await lockSlugs(trx);
  await expectVersion(trx, key, base_version);
  const before = await readStored(trx, key);
  if (typeof publish_at === 'string') await changeState(trx, key, planOf(publish_at));
  else if (published !== undefined) await changeState(trx, key, { published, publish_at: null });
  else if (publish_at === null && !before.published)
    await changeState(trx, key, { published: false, publish_at });
  if (audience !== undefined) await setAudience(trx, key.slug, storedAudience(audience) ?? null);
  if (reviewed) await noteReview(trx, key);
  const article = await readStored(trx, key);
  call.note({ before: factsOf(before), after: factsOf(article) });
  return article;
});

export const previewArticleRoute = preparedRoute(
  { ...noInput, ...previewArticle },
  async ({ articles, inAccount, caller: { tenantId }, body: { title = '', ...requested } }) => {
    const none = { title, blocks: [], minutes: 1, dead: [], lost: [], problem: null };
    try {
      const draft = { ...requested, ...(title.trim() && { title }) };
      const reading = { articles, inAccount, tenantId };
      const { row, report } = await readArticleInput(reading, 'preview', draft);
      const { title: shown, minutes } = row;
      return { title: shown, blocks: JSON.parse(row.blocks), minutes, ...report, problem: null };
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      const { line, message } = error;
      return { ...none, problem: { line, message } };
    }
  },
  async ({ prepared }) => prepared,
);

const presentVersion = ({
  version,
  title,
  saved_at,
  saved_by,
}: Omit<ArticleVersion, 'saved_at'> & { saved_at: Date }) => {
  return { version, title, saved_at: saved_at.toISOString(), saved_by };
};

export const listArticleVersionsRoute = route(
  { ...noInput, ...listArticleVersions },
  async (call) => {
    const key = { slug: call.param('slug'), locale: call.query.locale };
    const versions = await listVersions(await asAccount(call), key);
    if (versions.length === 0)
      throw apiErrors.notFound('There is no such article. Check the slug and the language.');
    return { versions: versions.map(presentVersion) };
  },
);

async function readVersion(trx: Transaction<Schema>, key: ArticleKey, version: string) {
  const isNumber = /^\d{1,9}$/.test(version);
  const found = isNumber ? await findVersion(trx, { ...key, version: Number(version) }) : undefined;
  if (found === undefined)
    throw apiErrors.notFound('There is no such version of this article. The last 50 are stored.');
  const { description, category, tags, related, blocks } = found;
  const markdown = editableMarkdown(found);
  return { ...presentVersion(found), description, category, tags, related, markdown, blocks };
}

export const getArticleVersionRoute = route({ ...noInput, ...getArticleVersion }, async (call) => {
  const key = { slug: call.param('slug'), locale: call.query.locale };
  return readVersion(await asAccount(call), key, call.param('version'));
});

export const restoreArticleVersionRoute = preparedRoute(
  { ...noInput, ...restoreArticleVersion },
  async (call) => {
    const key = { slug: call.param('slug'), locale: call.query.locale };
    const requested = await call.inAccount(async (trx) => {
      const { published, publish_at, news_at } = await readStored(trx, key);
      const text = await readVersion(trx, key, call.param('version'));
      const { markdown, title, description, category, tags, related } = text;
      return {
        ...{ markdown, title, description, category, tags, related, published },
        ...{ locale: key.locale, news_at },
        ...(publish_at !== null && { publish_at }),
      };
    });
    return readDraft(call, key.slug, requested);
  },
  async (call) => (await storeDraft(call, call.prepared, call.body.base_version)).article,
);
