import type { Article, ArticleIndex } from '../src/contract/article.ts';

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

function wordsOf(blocks: Article['blocks']): string {
  return JSON.stringify(blocks).replaceAll(
    /"(?:type|level|id|text|children)":|[^\p{L}\p{N} .]/gu,
    ' ',
  );
}
