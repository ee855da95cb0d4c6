import type { Selectable, Transaction } from 'kysely';
import type { Postings } from '../../src/relevance/candidates.ts';
import { type Corpus, createCorpus } from '../../src/relevance/corpus.ts';
import { loadLanguage } from '../../src/relevance/language.ts';
import type { ArticleLocalesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { type ArticleTitle, findPostings, listTerms } from '../queries/articleSearch.ts';
import { withCommonSynonyms } from './synonyms/index.ts';

export type ArticleLocale = Omit<Selectable<ArticleLocalesTable>, 'tenant_id'>;

/** The search data of one language. */
export interface OpenCorpus {
  /** Names the account, the language and the version. */
  key: string;
  version: string;
  corpus: Corpus;
  /** Number of terms and titles in memory. */
  size: number;
  /** Postings by term: `number * 32 + mark` for each article that contains the term. */
  postings: Map<string, Int32Array>;
  /** Maps between article numbers and ids. Articles are numbered when they first appear. */
  ids: number[];
  numbers: Map<number, number>;
  /** Ranking data by id. */
  titles: Map<number, ArticleTitle>;
}

/** Maximum number of terms and titles of all corpora in memory, some hundred bytes each. */
const maxSize = 500_000;
/** Maximum number of cached postings of one corpus, at most 4 kB each. */
const maxPostings = 5_000;
const corpora = new Map<string, OpenCorpus>();

/**
 * Returns the corpus of a language of a tenant. A search needs all of its terms, for typos and
 * unfinished words. So they stay in memory until an import changes them; the least recently used
 * corpus is dropped first.
 */
export async function openCorpus(
  trx: Transaction<Schema>,
  tenantId: string,
  { locale, version, articles, synonyms }: ArticleLocale,
): Promise<OpenCorpus> {
  const key = `${tenantId} ${locale}`;
  const known = corpora.get(key);
  if (known?.version === version) {
    corpora.delete(key);
    corpora.set(key, known);
    return known;
  }
  await loadLanguage(locale);
  const rows = await listTerms(trx, locale);
  const frequencies = new Map(rows.map((row) => [row.term, row.articles]));
  const groups = withCommonSynonyms(synonyms, locale);
  const corpus = createCorpus({ locale, articles, frequencies, synonyms: groups });
  const opened = {
    key: `${key} ${version}`,
    version,
    corpus,
    size: frequencies.size + articles,
    postings: new Map(),
    ids: [],
    numbers: new Map(),
    titles: new Map(),
  };
  corpora.delete(key);
  corpora.set(key, opened);
  evictOldest();
  return opened;
}

/** Returns the articles that contain these terms, with their marks. */
export async function postingsOf(
  trx: Transaction<Schema>,
  opened: OpenCorpus,
  terms: readonly string[],
): Promise<Postings> {
  const { corpus, postings } = opened;
  const missing = terms.filter((term) => !postings.has(term));
  if (missing.length === 0) return postings;
  if (postings.size > maxPostings) postings.clear();
  const toLoad = terms.filter((term) => !postings.has(term));
  for (const row of await findPostings(trx, corpus.locale, toLoad)) {
    postings.set(
      row.term,
      Int32Array.from(row.postings.split(','), (posting) => numbered(opened, Number(posting))),
    );
  }
  return postings;
}

/** Returns a posting with the number of its article instead of its id. */
function numbered({ ids, numbers }: OpenCorpus, posting: number): number {
  const id = Math.floor(posting / 32);
  let number = numbers.get(id);
  if (number === undefined) {
    number = ids.push(id) - 1;
    numbers.set(id, number);
  }
  return number * 32 + (posting & 31);
}

function evictOldest(): void {
  let size = [...corpora.values()].reduce((sum, one) => sum + one.size, 0);
  for (const [key, one] of corpora) {
    if (size <= maxSize || corpora.size === 1) return;
    corpora.delete(key);
    size -= one.size;
  }
}
