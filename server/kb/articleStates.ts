import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { setStates } from '../queries/articleImport.ts';
import { finishLocale, lockLocale } from '../queries/articlePostings.ts';
import { findStoredArticle, listArticleLocales } from '../queries/storedArticles.ts';
import { queueJobs } from '../queue/jobs.ts';
import type { ArticleKey } from './articleStore.ts';

/** Updates the search index of a language after changes. Its synonyms do not change. */
export async function refreshLocale(trx: Transaction<Schema>, locale: string): Promise<void> {
  const known = (await listArticleLocales(trx)).find((one) => one.locale === locale);
  await finishLocale(trx, locale, known?.synonyms ?? []);
}

/**
 * Waits for other writers of the language, then checks that the article was not saved since a
 * version.
 *
 * @throws ConflictError `ARTICLE_CHANGED`
 */
export async function expectVersion(
  trx: Transaction<Schema>,
  { slug, locale }: ArticleKey,
  version: number | undefined,
): Promise<void> {
  await lockLocale(trx, locale);
  if (version === undefined) return;
  const stored = await findStoredArticle(trx, { slug, locale });
  if ((stored?.version ?? 0) !== version) throw apiErrors.articleChanged(stored?.saved_by ?? null);
}

/** Publishes, unpublishes or schedules an article. */
export async function changeState(
  trx: Transaction<Schema>,
  { slug, locale }: ArticleKey,
  state: { published: boolean; publish_at: Date | null },
): Promise<void> {
  await setStates(trx, locale, [slug], state);
  await planPublishing(trx, { slug, locale }, state.publish_at);
  await refreshLocale(trx, locale);
}

/** Queues the job that publishes an article. A job for an earlier schedule has no effect. */
export async function planPublishing(
  trx: Transaction<Schema>,
  { slug, locale }: ArticleKey,
  publishAt: Date | null,
): Promise<void> {
  if (publishAt === null) return;
  const delaySeconds = Math.max(0, Math.ceil((publishAt.getTime() - Date.now()) / 1_000));
  const payload = { slug, locale, at: publishAt.toISOString() };
  await queueJobs(trx, [{ type: 'publish_article', payload, delaySeconds }]);
}
