import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Attachments } from '../attachments/attachments.ts';
import { storePicture } from '../attachments/pictures.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { storeArticles, unpublishArticles } from '../queries/articleImport.ts';
import { removeUnusedPictures } from '../queries/articlePictures.ts';
import { finishLocale } from '../queries/articlePostings.ts';
import { listArticleLocales, listStoredArticles } from '../queries/storedArticles.ts';
import type { ArticleStore } from './articleStore.ts';

/** Returns an article store that uses the database of this process. `files` stores the pictures. */
export function databaseStore(
  db: Kysely<Schema>,
  tenantId: string,
  files?: Pick<Attachments, 'store' | 'incoming'>,
): ArticleStore {
  const scope = { actor: 'operator', tenantId } as const;
  return {
    read: () =>
      inScope(db, scope, async (trx) => {
        const locales = await listArticleLocales(trx);
        return {
          articles: await listStoredArticles(trx),
          synonyms: Object.fromEntries(locales.map(({ locale, synonyms }) => [locale, synonyms])),
        };
      }),
    async store(articles) {
      await inScope(db, scope, (trx) =>
        storeArticles(
          trx,
          articles.map(({ row }) => row),
        ),
      );
      return [];
    },
    ...(files && {
      storePicture: async ({ name, file }) =>
        storePicture({ db, tenantId, files }, { name, content: await readFile(file) }),
    }),
    finish: (gone, index) =>
      inScope(db, scope, async (trx) => {
        await unpublishArticles(trx, gone);
        for (const [locale, synonyms] of Object.entries(index)) {
          await finishLocale(trx, locale, synonyms);
        }
        await removeUnusedPictures(trx);
      }),
  };
}
