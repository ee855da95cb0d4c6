import type { Article, ArticleIndex, ArticleResult } from '../src/contract/article.ts';

/** Returns the index of these articles for the device. */
export function indexOf(articles: readonly Article[]): ArticleIndex {
  return {
    version: articles.map(({ slug }) => slug).join(),
    locale: 'en',
    limit: 1_000,
    synonyms: [],
    articles: articles.map(({ blocks, ...one }) => ({
      ...one,
      headings: [],
      text: wordsOf(blocks),
    })),
  };
}

/** Returns an article as a result of the server without matches. */
export function resultOf({ slug, title, url, category, minutes }: Article): ArticleResult {
  return {
    slug,
    title,
    url,
    category,
    minutes,
    snippet: '',
    relevance_score: 0,
    auto_suggested: true,
    matches: { title: [], snippet: [] },
  };
}

function wordsOf(blocks: Article['blocks']): string {
  return JSON.stringify(blocks).replaceAll(
    /"(?:type|level|id|text|children)":|[^\p{L}\p{N} .]/gu,
    ' ',
  );
}
