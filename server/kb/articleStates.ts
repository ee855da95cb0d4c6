import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { findStoredArticle, listArticleLocales, setStates } from '../queries/articleImport.ts';
import { finishLocale, lockLocale } from '../queries/articlePostings.ts';
import { queueJobs } from '../queue/jobs.ts';
import type { ArticleKey } from './articleStore.ts';

/** Makes what has changed in a language searchable, with the synonyms that it has. */
export async function refreshLocale(trx: Transaction<Schema>, locale: string): Promise<void> {
  const known = (await listArticleLocales(trx)).find((one) => one.locale === locale);
  await finishLocale(trx, locale, known?.synonyms ?? []);
}

/**
 * Waits for other writers of the language, and checks that no one saved the article since a version.
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

/** Publishes an article, keeps it back, or plans that it is published. */
export async function changeState(
  trx: Transaction<Schema>,
  { slug, locale }: ArticleKey,
  state: { published: boolean; publish_at: Date | null },
): Promise<void> {
  await setStates(trx, locale, [slug], state);
  await planPublishing(trx, { slug, locale }, state.publish_at);
  await refreshLocale(trx, locale);
}

/** Queues the job that publishes an article. One that was queued for another time finds nothing to do. */
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
