import type { Database } from '../../../server/db/db.ts';
import { publishArticles } from '../../../server/jobs/publishArticles.ts';
import { startWorker } from '../../../server/queue/worker.ts';
import {
  answerQuestion,
  browseArticles,
  getArticle,
  getArticleIndex,
  getEditedArticle,
  putArticle,
  searchArticles,
  suggestArticles,
  updateArticle,
} from '../../../src/contract/index.ts';
import { call, callFor, openSession } from './agent.ts';
import { createTestApp, silent } from './api.ts';
import { importFiles } from './articles.ts';
import { openTestAttachments } from './attachments.ts';
import { asSuperuser } from './database.ts';
import { createTenant } from './tenant.ts';
import { until } from './until.ts';

export const later = '2100-01-01T00:00:00.000Z';

/**
 * Opens an account with a help center, its API for the team, and everything that the public can
 * read.
 */
export async function openArticles(database: Database) {
  const tenant = await createTenant(database.kysely, { help_center: true });
  const app = createTestApp(database);
  const marta = await openSession(app, tenant);
  const page = { key: tenant.publishableKey };
  const of = (slug: string, locale = 'en') => ({ params: { slug }, query: { locale } });
  return {
    ...{ app, tenant, marta, page, of },
    put: (slug: string, body: unknown) =>
      call(app, { key: tenant.secretKey }, putArticle, { params: { slug }, body }),
    tryPut: (slug: string, body: unknown) =>
      callFor(app, { key: tenant.secretKey }, putArticle, { params: { slug }, body }),
    change: (slug: string, body: unknown, locale?: string) =>
      call(app, { key: tenant.secretKey }, updateArticle, { ...of(slug, locale), body }),
    edited: (slug: string, locale?: string) => call(app, marta, getEditedArticle, of(slug, locale)),
    browse: (query: Record<string, string> = {}) => call(app, marta, browseArticles, { query }),
    status: async (slug: string) => (await callFor(app, page, getArticle, of(slug))).status,
    importAll: (files: Record<string, string | Uint8Array>) =>
      importFiles(database.kysely, tenant.id, files, { files: openTestAttachments() }),
    /** Returns everything that visitors and the public can read of articles, as one text. */
    async everything(words: string) {
      const help = `/help/${tenant.id}/`;
      const responses = await Promise.all([
        callFor(app, page, searchArticles, { query: { q: words } }),
        callFor(app, page, suggestArticles, { body: { content: words, relevance_threshold: 0 } }),
        callFor(app, page, answerQuestion, { body: { content: words } }),
        callFor(app, page, getArticleIndex),
        ...['', `?q=${words}`, 'llms.txt', 'llms-full.txt', 'sitemap.xml'].map((one) =>
          app.request(help + one),
        ),
      ]);
      return (await Promise.all(responses.map((response) => response.text()))).join('\n');
    },
    /** Runs the publishing jobs as if their time had come. */
    async runJobs() {
      await asSuperuser(database.kysely, 'update support.jobs set run_at = now()');
      const { kysely: db } = database;
      const worker = startWorker({ db, handlers: publishArticles(db), logger: silent, pollMs: 10 });
      await until(async () => {
        const left = `select 1 from support.jobs where type = 'publish_article'`;
        return (await asSuperuser(db, left)).length === 0;
      });
      await worker.stop();
    },
  };
}
