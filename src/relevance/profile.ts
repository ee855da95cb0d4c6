import { tokenise } from './tokens.ts';

/** Increase this number when the terms of a text change. Stored terms are then recreated. */
export const profileVersion = 7;

/**
 * A mark is the strength of a term in an article, 1 to 15, plus `titleMark` if the title contains
 * it.
 */
export const titleMark = 16;
const strongestMark = 15;

/**
 * BM25F weights: the value of one occurrence of a term before saturation, by part of the article.
 */
const weights = { title: 3, key: 1.6, lead: 1.4 };
/** Number of words of a text with normal length. In a longer text, a word must be more frequent. */
const normalLength = 250;
const lengthShare = 0.4;

export interface ProfiledText {
  title: string;
  headings: readonly string[];
  tags: readonly string[];
  description: string;
  /** Plain text without headings. */
  text: string;
}

/** Maximum number of characters of a text that are searched. */
export const maxSearchedLength = 20_000;

/** Returns the mark of every term of an article. */
export function profileOf(article: ProfiledText, locale: string): Map<string, number> {
  const termsOf = (text: string) => tokenise(text, locale).map(({ term }) => term);
  const inTitle = new Set(termsOf(article.title));
  const counts = new Map<string, number>();
  const add = (terms: Iterable<string>, amount: number) => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + amount);
  };
  add(inTitle, weights.title);
  add(new Set([...article.headings, ...article.tags].flatMap(termsOf)), weights.key);
  add(new Set(termsOf(article.description)), weights.lead);
  const body = termsOf(article.text.slice(0, maxSearchedLength));
  add(body, 1 / (1 - lengthShare + (lengthShare * body.length) / normalLength));
  return new Map(
    [...counts].map(([term, count]) => {
      const strength = Math.max(1, Math.round((strongestMark * count) / (count + 1)));
      return [term, strength + (inTitle.has(term) ? titleMark : 0)];
    }),
  );
}

/** Returns how strongly a mark indicates that the article is about the term, 0 to 1. */
export function strengthOf(mark: number): number {
  return (mark & strongestMark) / strongestMark;
}
