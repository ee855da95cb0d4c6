/**
 * Returns a word without its ending. The result is only compared with other results, so it need not
 * be a word.
 */
export type Stemmer = (word: string) => string;

/** The rules of a language for search. Words are folded: lower case without accents. */
export interface Language {
  /** Words that do not indicate the topic of a text. */
  stopWords: ReadonlySet<string>;
  stem: Stemmer;
}
