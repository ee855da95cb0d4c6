import type { Selectable, Transaction } from 'kysely';
import { type Corpus, createCorpus } from '../../src/relevance/corpus.ts';
import type { ArticleLocalesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { listTerms } from '../queries/articleSearch.ts';

export type ArticleLocale = Omit<Selectable<ArticleLocalesTable>, 'tenant_id'>;

interface Entry {
  version: string;
  corpus: Corpus;
  size: number;
}

/** Terms of all corpora together that stay in memory, some hundred bytes each. */
const termsKept = 500_000;
const entries = new Map<string, Entry>();

/**
 * The corpus of a language of a tenant. A search needs all of its terms, for slips and unfinished
 * words, so they stay in memory until an import changes them; those used last go last.
 */
export async function corpusOf(
  trx: Transaction<Schema>,
  tenantId: string,
  { locale, version, articles, synonyms }: ArticleLocale,
): Promise<Corpus> {
  const key = `${tenantId} ${locale}`;
  const known = entries.get(key);
  entries.delete(key);
  if (known?.version === version) {
    entries.set(key, known);
    return known.corpus;
  }
  const rows = await listTerms(trx, locale);
  const frequencies = new Map(rows.map((row) => [row.term, row.articles]));
  const corpus = createCorpus({ locale, articles, frequencies, synonyms });
  entries.set(key, { version, corpus, size: frequencies.size });
  forgetOldest();
  return corpus;
}

function forgetOldest(): void {
  let size = [...entries.values()].reduce((sum, entry) => sum + entry.size, 0);
  for (const [key, entry] of entries) {
    if (size <= termsKept || entries.size === 1) return;
    entries.delete(key);
    size -= entry.size;
  }
}
