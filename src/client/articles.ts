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
      if (!response.restricted) await table.put(locale, response);
      return await indexOf(response);
    } finally {
      table.close();
    }
  };
  const search = cached ? await indexOf(cached) : null;
  if (!search) return refresh();
  refresh().then(onFresh, () => {}); // without a response, the cached articles are still used
  return search;
}

async function indexOf({ locale, articles, synonyms }: ArticleIndex): Promise<DeviceSearch> {
  await loadLanguage(locale);
  const indexer = createIndexer<IndexedArticle>(locale);
  for (const [at, article] of articles.entries()) {
    indexer.add(article);
    if (at % articlesPerRequest === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const search = indexer.build(synonyms);
  return {
    articles,
    find: (text, wish) =>
      search(text, wish).map(
        ({
          article: { title, url, slug, category, minutes },
          score: relevance_score,
          snippet: { text: snippet, matches },
          title: ranges,
        }): ArticleResult => ({
          title,
          url,
          slug,
          category,
          minutes,
          relevance_score,
          snippet,
          auto_suggested: true,
          matches: { title: ranges, snippet: matches },
        }),
      ),
  };
}
