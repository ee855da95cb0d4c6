import type { Transaction } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Token, tokenise } from '../../src/relevance/tokens.ts';
import type { Schema } from '../db/schema.ts';
import { type ArticleTitle, findTexts, findTitles } from '../queries/articleSearch.ts';
import type { OpenCorpus } from './corpora.ts';

/** The text of an article, and its terms. */
interface SearchedText {
  description: string;
  text: string;
  tokens: readonly Token[];
}

/** Maximum number of characters of cached texts. Their terms need about 12 bytes per character. */
const maxCachedCharacters = 2_000_000;

const cachedTexts = new LRUCache<string, SearchedText>({
  maxSize: maxCachedCharacters,
  sizeCalculation: ({ text }) => text.length + 1,
});

/**
 * Returns the ranking data of the published articles with these ids that the visitor can read. Only
 * those of everyone are cached. The database decides about the others, each time.
 */
export async function titlesOf(
  trx: Transaction<Schema>,
  { titles }: OpenCorpus,
  ids: readonly number[],
): Promise<ArticleTitle[]> {
  const missing = ids.filter((id) => !titles.has(id));
  const read = missing.length === 0 ? [] : await findTitles(trx, missing);
  for (const row of read) if (row.isPublic) titles.set(row.id, row);
  const found = new Map(read.map((row) => [row.id, row]));
  return ids.flatMap((id) => titles.get(id) ?? found.get(id) ?? []);
}

/** Returns the texts of articles by id. */
export async function textsOf(
  trx: Transaction<Schema>,
  { key, corpus }: OpenCorpus,
  ids: readonly number[],
): Promise<Map<number, SearchedText>> {
  const texts = new Map<number, SearchedText>();
  for (const id of ids) {
    const cached = cachedTexts.get(`${key} ${id}`);
    if (cached !== undefined) texts.set(id, cached);
  }
  const missing = ids.filter((id) => !texts.has(id));
  const read = missing.length === 0 ? [] : await findTexts(trx, missing);
  for (const { id, description, text } of read) {
    const searched = { description, text, tokens: tokenise(text, corpus.locale) };
    cachedTexts.set(`${key} ${id}`, searched);
    texts.set(id, searched);
  }
  return texts;
}
