import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import {
  indexLocale,
  listArticleLocales,
  listStoredArticles,
  storeArticles,
  unpublishArticle,
} from '../queries/articleImport.ts';
import type { ArticleStore } from './articleStore.ts';

/** The articles of an account in the database of this process. */
export function databaseStore(db: Kysely<Schema>, tenantId: string): ArticleStore {
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
    finish: (gone, index) =>
      inScope(db, scope, async (trx) => {
        for (const key of gone) await unpublishArticle(trx, key);
        for (const [locale, synonyms] of Object.entries(index)) {
          await indexLocale(trx, locale, synonyms);
        }
      }),
  };
}
