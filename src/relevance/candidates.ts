import { strengthOf } from './profile.ts';
import type { Query } from './query.ts';
import { type Evidence, evidenceOf } from './score.ts';

/**
 * Postings by term: `number * 32 + mark` for each article that contains the term. Articles are
 * numbered from 0.
 */
export type Postings = ReadonlyMap<string, Int32Array | readonly number[]>;

/** Number of articles that are scored in detail. */
const maxCandidates = 60;

/**
 * Returns the numbers of the articles that match most of the query. `articles`: the total number of
 * articles.
 */
export function findCandidates(
  query: Query,
  postings: Postings,
  articles: number,
): Map<number, Evidence> {
  const likely = likeliest(query, postings, articles);
  const places = new Uint8Array(articles);
  likely.forEach((id, at) => {
    places[id] = at + 1;
  });
  const marks = new Map<string, Uint8Array>();
  for (const term of query.terms.keys()) {
    const row = new Uint8Array(maxCandidates + 1);
    for (const posting of postings.get(term) ?? []) row[places[posting >> 5] ?? 0] = posting & 31;
    marks.set(term, row);
  }
  return new Map(
    likely.map((id, at) => [id, evidenceOf(query, (term) => marks.get(term)?.[at + 1] ?? 0)]),
  );
}

/**
 * Ranks by a sum that is fast to compute for thousands of articles. It counts two variants of a
 * word twice.
 */
function likeliest({ words }: Query, postings: Postings, articles: number): number[] {
  const values = new Map<string, number>();
  for (const { weight, variants } of words) {
    for (const { terms, trust } of variants) {
      const value = (weight * trust) / terms.length;
      for (const term of terms) values.set(term, (values.get(term) ?? 0) + value);
    }
  }
  const sums = new Float64Array(articles);
  for (const [term, value] of values) {
    for (const posting of postings.get(term) ?? []) {
      const id = posting >> 5;
      sums[id] = (sums[id] ?? 0) + value * strengthOf(posting);
    }
  }
  return greatest(sums);
}

/**
 * Returns the indexes of the greatest positive numbers, the greatest first. It avoids sorting all
 * of them.
 */
function greatest(sums: Float64Array): number[] {
  const best: number[] = [];
  const sumAt = (place = -1) => sums[place] ?? 0;
  sums.forEach((sum, id) => {
    if (sum <= sumAt(best[maxCandidates - 1])) return;
    best.splice(best.findLastIndex((other) => sumAt(other) >= sum) + 1, 0, id);
    best.splice(maxCandidates);
  });
  return best;
}
