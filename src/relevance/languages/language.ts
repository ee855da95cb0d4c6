/** A word without its ending. Both sides of a search take the same ending off, so it need not be a word. */
export type Stemmer = (word: string) => string;

/** The rules of a language for search. Words are folded: lower case without accents. */
export interface Language {
  /** Words that say nothing of what a text is about. */
  stopWords: ReadonlySet<string>;
  stem: Stemmer;
}
