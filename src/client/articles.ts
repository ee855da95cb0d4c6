import { ArticleIndex, type ArticleResult, type IndexedArticle } from '../contract/article.ts';
import type { Api, DeviceSearch } from '../core/ports.ts';
import { loadLanguage } from '../relevance/language.ts';
import { createIndexer } from '../relevance/searchIndex.ts';
import { openTable } from './table.ts';

/** Number of articles that are added to the index before the browser can do other work. */
const articlesPerRequest = 40;

/**
 * Opens the search of `LoadArticles`. It starts with articles that are cached on the device, and is
 * updated when the backend has newer ones.
 */
export async function openArticles(
  api: Api,
  scope: string,
  locale: string,
  onFresh: (search: DeviceSearch | null) => void,
): Promise<DeviceSearch | null> {
  const table = openTable(`${scope}:articles`);
  const cached = ArticleIndex.safeParse(await table.get(locale)).data;
  const refresh = async (): Promise<DeviceSearch | null> => {
    try {
      const response = await api.getArticleIndex({ query: { locale } });
      if ('too_many' in response) {
        await table.remove([locale]);
        return null;
      }
      if (response.version === cached?.version) return search;
      await table.put(locale, response);
      return await indexOf(response);
    } finally {
      table.close();
    }
  };
  const search = cached ? await indexOf(cached) : null;
  if (!search) return refresh();
  refresh().then(
    (fresh) => {
      if (fresh !== search) onFresh(fresh);
    },
    () => {}, // the cached articles are still used
  );
  return search;
}

async function indexOf({ locale, articles, synonyms }: ArticleIndex): Promise<DeviceSearch> {
  await loadLanguage(locale);
  const indexer = createIndexer<IndexedArticle>(locale);
  let added = 0;
  for (const article of articles) {
    indexer.add(article);
    added += 1;
    if (added % articlesPerRequest === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const search = indexer.build(synonyms);
  return {
    articles,
    find: (text, wish) =>
      search(text, wish).map(
        ({ article, score, snippet, title }): ArticleResult => ({
          title: article.title,
          url: article.url,
          snippet: snippet.text,
          relevance_score: score,
          auto_suggested: true,
          slug: article.slug,
          category: article.category,
          minutes: article.minutes,
          matches: { title, snippet: snippet.matches },
        }),
      ),
  };
}
