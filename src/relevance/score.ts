import { plainTerms, type Variant } from './corpus.ts';
import { fields } from './profile.ts';
import type { Query } from './query.ts';

/** How much of what is asked an article has, 0 to 1: anywhere, and where it matters. */
export interface Evidence {
  some: number;
  strong: number;
}

/** Where a term says what the article is about. */
const strengths: readonly [number, number][] = [
  [fields.title, 1],
  [fields.key, 0.8],
  [fields.lead, 0.7],
  [fields.body, 0.35],
];

/** `fieldsOf`: where the article has a term, as its profile says; 0 for nowhere. */
export function evidenceOf(query: Query, fieldsOf: (term: string) => number): Evidence {
  let [some, strong, all] = [0, 0, 0];
  for (const { weight, variants } of query.wanted) {
    all += weight;
    let [found, best] = [0, 0];
    for (const variant of variants) {
      const value = Math.min(weight, weightOf(query, variant)) * variant.trust;
      const strength = Math.min(...variant.terms.map((term) => strengthOf(fieldsOf(term))));
      if (strength === 0) continue;
      found = Math.max(found, value);
      best = Math.max(best, value * strength);
    }
    some += found;
    strong += best;
  }
  return all === 0 ? { some: 0, strong: 0 } : { some: some / all, strong: strong / all };
}

/**
 * How surely a support agent would send this article, 0 to 1: 0.7 means that nine of ten such are
 * right. The numbers are fitted to the development half of `bench/relevance/queries.json`.
 */
export function scoreOf(
  query: Query,
  { some, strong }: Evidence,
  { title, isOfCategory = false }: { title: string; isOfCategory?: boolean },
): number {
  if (some === 0) return 0;
  const named = namedShare(query, title);
  const odds = -4.6 + 2 * some + 4.2 * strong + 2.4 * named + (isOfCategory ? 0.3 : 0);
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}

/** How much of the title is asked for. */
function namedShare(query: Query, title: string): number {
  let [named, all] = [0, 0];
  for (const term of new Set(plainTerms(title, query.corpus.locale))) {
    const weight = query.corpus.weightOf(term);
    all += weight;
    named += weight * (query.terms.get(term) ?? 0);
  }
  return all === 0 ? 0 : named / all;
}

/** Of two terms together, the one that tells more. */
function weightOf({ corpus }: Query, { terms }: Variant): number {
  return Math.max(...terms.map(corpus.weightOf));
}

function strengthOf(found: number): number {
  return strengths.find(([field]) => (found & field) !== 0)?.[1] ?? 0;
}
