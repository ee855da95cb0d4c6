import { type Token, tokenise } from '../../src/relevance/tokens.ts';

/** No language: each word as it is written, so that the team finds what it reads. */
const anyLanguage = '';
/** Words of a search that count. */
const mostWords = 12;

/** The words that a search looks for. */
export interface SearchedTerms {
  whole: string[];
  /** The last word, which may be the beginning of others. */
  begun: string | undefined;
}

export const tokensOf = (text: string): Token[] => tokenise(text, anyLanguage);

/**
 * The words by which a message is found. Where no spaces are written, every two neighbors are one, and the last
 * character of a run, so that each single character is found too.
 */
export function termsOf(text: string): string[] {
  const tokens = tokensOf(text);
  const terms = new Set(tokens.map(({ term }) => term));
  tokens.forEach(({ term, to }, index) => {
    const next = tokens[index + 1];
    const [, second, third] = [...term];
    const isPair = second !== undefined && third === undefined && isUnspaced(second);
    if (isPair && (next === undefined || next.from >= to)) terms.add(second);
  });
  return [...terms];
}

const isUnspaced = (character: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u.test(character);

/** The words of a search; undefined if it has no words. */
export function searchedTerms(search: string): SearchedTerms | undefined {
  const tokens = tokensOf(search).filter(({ joined }) => !joined);
  const terms = tokens.map(({ term }) => term).slice(0, mostWords);
  if (terms.length === 0) return undefined;
  const isFinished = /[\s\p{P}]$/u.test(search);
  return isFinished
    ? { whole: terms, begun: undefined }
    : { whole: terms.slice(0, -1), begun: terms.at(-1) };
}

/** True for a term that the search looks for. */
export function isSearched(term: string, { whole, begun }: SearchedTerms): boolean {
  return whole.includes(term) || (begun !== undefined && term.startsWith(begun));
}

/** Above every term that begins with it. */
export const endOf = (begun: string): string => `${begun}\u{10ffff}`;
