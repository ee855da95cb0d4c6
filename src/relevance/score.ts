import { plainTerms, type Variant } from './corpus.ts';
import { fields } from './profile.ts';
import type { Query } from './query.ts';

/** What speaks for an article. */
export interface Evidence {
  /** How much of what is asked it has where it matters, 0 to 1. */
  share: number;
  /** How much it has at all, in words that only one article has. */
  amount: number;
}

export interface Candidate extends Evidence {
  slug: string;
  title: string;
  /** It belongs to the category of the request. */
  isOfCategory?: boolean;
}

/** What is less likely than this to be right is not shown, however long the list is. */
export const leastScore = 0.005;
/** From here on an answer is one, if not surely. */
export const fairScore = 0.3;
export const sureScore = 0.7;

/** Where a term says what the article is about. */
const strengths: readonly [field: number, strength: number][] = [
  [fields.title, 1],
  [fields.key, 0.8],
  [fields.lead, 0.7],
  [fields.body, 0.35],
];

/** Made by `node bench/fitRelevance.mjs` of the half `dev` of the labelled queries. */
const odds = { none: -7.42, share: 6.83, named: 2.92, amount: 3.02, category: 0.5 };
const certainty = { none: 0.76, odds: 0.78, behind: -0.79, ahead: 0.42 };
/** More odds than these behind the best one, or ahead of the next, say no more. */
const most = { behind: 4, ahead: 3 };
const oddsOfNobody = -8;

/** `fieldsOf`: where the article has a term, as its profile says; 0 for nowhere. */
export function evidenceOf(query: Query, fieldsOf: (term: string) => number): Evidence {
  let [strong, some, all] = [0, 0, 0];
  for (const { weight, variants } of query.wanted) {
    all += weight;
    let [best, found] = [0, 0];
    for (const variant of variants) {
      const strength = Math.min(...variant.terms.map((term) => strengthOf(fieldsOf(term))));
      const value = strength && Math.min(weight, weightOf(query, variant)) * variant.trust;
      if (value * strength > best) [best, found] = [value * strength, value];
    }
    strong += best;
    some += found;
  }
  return { share: all && strong / all, amount: some / query.corpus.weightOf('') };
}

/** How much it tells that an article has a term in these fields, 0 to 1. */
export function strengthOf(found: number): number {
  return strengths.find(([field]) => (found & field) !== 0)?.[1] ?? 0;
}

/**
 * Candidates in the order in which a support agent would send them. `score` 0 to 1 says how surely:
 * of those from 0.7 on, nine of ten are right. That another one fits better makes it less sure.
 */
export function rank<T extends Candidate>(
  query: Query,
  candidates: readonly T[],
): (T & { score: number })[] {
  const oddsOf = (candidate: T) => {
    const [share, named, amount] = featuresOf(query, candidate);
    const tip = candidate.isOfCategory ? odds.category : 0;
    return odds.none + odds.share * share + odds.named * named + odds.amount * amount + tip;
  };
  return placesOf(candidates, oddsOf).map(({ candidate, value, behind, ahead }) => {
    const { none, odds: own, behind: far, ahead: near } = certainty;
    const sum = none + own * value + far * behind + near * ahead;
    return { ...candidate, score: Math.round(1_000 / (1 + Math.exp(-sum))) / 1_000 };
  });
}

/** What tells how likely an article is right by itself. */
export function featuresOf(
  query: Query,
  { share, amount, title }: Candidate,
): [share: number, named: number, amount: number] {
  return [share, namedShare(query, title), Math.log1p(amount)];
}

/** Best first; how far each is behind the best one, and the best one ahead of the next. */
export function placesOf<T extends { slug: string }>(
  candidates: readonly T[],
  oddsOf: (candidate: T) => number,
) {
  const sorted = candidates
    .map((candidate) => ({ candidate, value: oddsOf(candidate) }))
    .sort((a, b) => b.value - a.value || (a.candidate.slug < b.candidate.slug ? -1 : 1));
  const [best = oddsOfNobody, next = oddsOfNobody] = sorted.map(({ value }) => value);
  return sorted.map(({ candidate, value }, place) => ({
    candidate,
    value,
    behind: Math.min(most.behind, best - value),
    ahead: place === 0 ? Math.min(most.ahead, value - next) : 0,
  }));
}

/** How much of the title is asked for. */
function namedShare(query: Query, title: string): number {
  let [named, all] = [0, 0];
  for (const term of new Set(plainTerms(title, query.corpus.locale))) {
    const weight = query.corpus.weightOf(term);
    all += weight;
    named += weight * (query.terms.get(term) ?? 0);
  }
  return all && named / all;
}

/** Of two terms together, the one that tells more. */
function weightOf({ corpus }: Query, { terms }: Variant): number {
  return Math.max(...terms.map(corpus.weightOf));
}
