import { type Token, tokenise } from '../../src/relevance/tokens.ts';

/** No language, so words are not stemmed: the team finds the words that it reads. */
const anyLanguage = '';
/** Maximum number of words of a search. */
const maxWords = 12;

/** The words that a search looks for. */
export interface SearchedTerms {
  whole: string[];
  /** The last word, if it can be the beginning of a longer word. */
  begun: string | undefined;
}

export const tokensOf = (text: string): Token[] => tokenise(text, anyLanguage);

/**
 * Returns the terms by which a message is found. In scripts without spaces, each pair of
 * neighboring characters is a term, and so is the last character of a run, so that single
 * characters are found too.
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

/** Returns the words of a search, or undefined if it has none. */
export function searchedTerms(search: string): SearchedTerms | undefined {
  const tokens = tokensOf(search).filter(({ joined }) => !joined);
  const terms = tokens.map(({ term }) => term).slice(0, maxWords);
  if (terms.length === 0) return undefined;
  const isFinished = /[\s\p{P}]$/u.test(search);
  return isFinished
    ? { whole: terms, begun: undefined }
    : { whole: terms.slice(0, -1), begun: terms.at(-1) };
}

/** True for a term that the search matches. */
export function isSearched(term: string, { whole, begun }: SearchedTerms): boolean {
  return whole.includes(term) || (begun !== undefined && term.startsWith(begun));
}

/** Returns a string that sorts after every term with this prefix. */
export const endOf = (begun: string): string => `${begun}\u{10ffff}`;
