import { tokenise } from './tokens.ts';

/** Raised with every change of what the terms of a text are: stored ones are then recreated. */
export const profileVersion = 5;

/** A mark is the strength of a term in an article, 1 to 15, plus `titleMark` where its title has it. */
export const titleMark = 16;
const strongestMark = 15;

/** BM25F: what one occurrence of a term counts, by the part of the article, before saturation. */
const weights = { title: 3, key: 1.6, lead: 1.4 };
/** A text of so many words is of normal length; in a longer one, a word has to be more frequent. */
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

/** Characters of a text that are searched; the rest of a longer one is only read. */
export const searchedText = 20_000;

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
  const body = termsOf(article.text.slice(0, searchedText));
  add(body, 1 / (1 - lengthShare + (lengthShare * body.length) / normalLength));
  return new Map(
    [...counts].map(([term, count]) => {
      const strength = Math.max(1, Math.round((strongestMark * count) / (count + 1)));
      return [term, strength + (inTitle.has(term) ? titleMark : 0)];
    }),
  );
}

/** Returns how much a mark says that the article is about the term, 0 to 1. */
export function strengthOf(mark: number): number {
  return (mark & strongestMark) / strongestMark;
}
