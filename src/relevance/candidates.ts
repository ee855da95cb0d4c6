import { strengthOf } from './profile.ts';
import type { Query } from './query.ts';
import { type Evidence, evidenceOf } from './score.ts';

/** Of each term, `id * 32 + mark` of every article that has it. */
export type Postings = ReadonlyMap<string, Int32Array | readonly number[]>;

/** Articles that are looked at closely. */
const candidatesKept = 60;

/** The articles that have most of what is asked, by id. */
export function findCandidates(query: Query, postings: Postings): Map<number, Evidence> {
  const profiles = new Map(likeliest(query, postings).map((id) => [id, new Map()]));
  for (const term of query.terms.keys()) {
    for (const posting of postings.get(term) ?? []) {
      profiles.get(posting >> 5)?.set(term, posting & 31);
    }
  }
  return new Map(
    [...profiles].map(([id, profile]) => [id, evidenceOf(query, (term) => profile.get(term) ?? 0)]),
  );
}

/** By a sum that is quick to make of thousands: it counts variants of a word that are both there twice. */
function likeliest({ wanted }: Query, postings: Postings): number[] {
  const sums = new Map<number, number>();
  for (const { weight, variants } of wanted) {
    for (const { terms, trust } of variants) {
      const value = (weight * trust) / terms.length;
      for (const term of terms) addUp(sums, postings.get(term) ?? [], value);
    }
  }
  return [...sums]
    .sort(([a, sumOfA], [b, sumOfB]) => sumOfB - sumOfA || a - b)
    .slice(0, candidatesKept)
    .map(([id]) => id);
}

function addUp(sums: Map<number, number>, postings: Iterable<number>, value: number): void {
  for (const posting of postings) {
    const id = posting >> 5;
    sums.set(id, (sums.get(id) ?? 0) + value * strengthOf(posting));
  }
}
