import { tokenise } from './tokens.ts';

/** Raised with every change of what the terms of a text are: stored ones are then made anew. */
export const profileVersion = 3;

/** Where an article has a term; sums of these. */
export const fields = { title: 8, key: 4, lead: 2, body: 1 } as const;

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

/** Every term of an article with the fields it is in. */
export function profileOf(article: ProfiledText, locale: string): Map<string, number> {
  const profile = new Map<string, number>();
  const add = (text: string, field: number) => {
    for (const { term } of tokenise(text, locale)) {
      profile.set(term, (profile.get(term) ?? 0) | field);
    }
  };
  add(article.title, fields.title);
  for (const text of [...article.headings, ...article.tags]) add(text, fields.key);
  add(article.description, fields.lead);
  add(article.text.slice(0, searchedText), fields.body);
  return profile;
}
