import { findCandidates } from './candidates.ts';
import { createCorpus } from './corpus.ts';
import { type ProfiledText, profileOf } from './profile.ts';
import { queryOf } from './query.ts';
import { choose, minScore, rank } from './score.ts';
import { marksOf, type Range, type Snippet, snippetOf } from './snippet.ts';
import { type Token, tokenise } from './tokens.ts';

export interface IndexedText extends ProfiledText {
  slug: string;
  category: string;
}

export interface SearchHit<T> {
  article: T;
  /** `relevance_score`, equal to the server's. */
  score: number;
  snippet: Snippet;
  /** Ranges to highlight in the title. */
  title: Range[];
}

export interface SearchOptions {
  category?: string | undefined;
  /** Default 10. */
  limit?: number;
  /** Minimum score. Default: all plausible results. */
  threshold?: number;
  /** The last word is complete, so it does not match longer words. */
  isFinished?: boolean;
}

/** Returns the same results as the server, best first. */
export type SearchIndex<T> = (text: string, wish?: SearchOptions) => SearchHit<T>[];

/**
 * Creates a search over articles in memory. Adding one takes less than half a millisecond, so a
 * thousand can be added between other tasks.
 */
export function createIndexer<T extends IndexedText>(locale: string) {
  const articles: T[] = [];
  const postings = new Map<string, number[]>();
  return {
    add(article: T): void {
      for (const [term, mark] of profileOf(article, locale)) {
        const posting = articles.length * 32 + mark;
        const others = postings.get(term) ?? [];
        others.push(posting);
        postings.set(term, others);
      }
      articles.push(article);
    },
    /** `synonyms`: groups of words or phrases with the same meaning. */
    build(synonyms: readonly (readonly string[])[]): SearchIndex<T> {
      const frequencies = new Map([...postings].map(([term, { length }]) => [term, length]));
      const tokensOf = createTokenShelf<T>(locale);
      const corpus = createCorpus({ locale, articles: articles.length, frequencies, synonyms });
      return (text, { category, limit = 10, threshold = minScore, isFinished } = {}) => {
        const query = queryOf(text, corpus, isFinished);
        const candidates = [...findCandidates(query, postings, articles.length)].flatMap(
          ([id, evidence]) => {
            const article = articles[id];
            if (article === undefined) return [];
            const { slug, title } = article;
            return {
              slug,
              title,
              ...evidence,
              isOfCategory: article.category === category,
              article,
            };
          },
        );
        return choose(rank(query, candidates), { limit, threshold }).map(({ article, score }) => ({
          article,
          score,
          snippet: snippetOf(article, query, tokensOf(article)),
          title: marksOf(article.title, query),
        }));
      };
    },
  };
}

/** Number of texts whose terms are cached. The next keystroke mostly finds the same articles. */
const maxCachedTexts = 32;

function createTokenShelf<T extends IndexedText>(locale: string): (article: T) => Token[] {
  const shelf = new Map<T, Token[]>();
  return (article) => {
    const tokens = shelf.get(article) ?? tokenise(article.text, locale);
    shelf.delete(article);
    shelf.set(article, tokens);
    const [oldest] = shelf.keys();
    if (shelf.size > maxCachedTexts && oldest !== undefined) shelf.delete(oldest);
    return tokens;
  };
}
