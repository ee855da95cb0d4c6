import { strengthOf, titleMark } from './profile.ts';
import type { Query } from './query.ts';

/** Features of an article for a query. */
export interface Evidence {
  /** Share of the query in title and headings, 0 to 1. */
  share: number;
  /** Share of the query in the title, 0 to 1. */
  inTitle: number;
  /** Weight of the matching words, as the number of words that occur in only one article. */
  amount: number;
}

export interface Candidate extends Evidence {
  slug: string;
  title: string;
  /** The article belongs to the category of the request. */
  isOfCategory?: boolean;
}

/** Minimum probability of a result, whatever the length of the list. */
export const minScore = 0.005;
/** Minimum probability of a plausible result. */
export const fairScore = 0.3;
export const sureScore = 0.7;
const nearlyAsSure = 0.1;

/** Fitted to labelled queries of several knowledge bases by `node bench/fitRelevance.mjs`. */
const odds = { none: -7.96, share: 4.04, inTitle: 3.02, named: 2.62, amount: 3.26, category: 0.5 };
const certainty = { none: -0.24, odds: 0.58, behind: -0.58, ahead: 0.92 };
/** Greater gaps to the best result or to the next one have no further influence. */
const maxGap = { behind: 4, ahead: 3 };
const oddsOfNoArticle = -8;

/**
 * Returns the features of an article for a query. `markOf`: returns the mark of a term in the
 * article's profile, or 0.
 */
export function evidenceOf(query: Query, markOf: (term: string) => number): Evidence {
  let [strong, some, titled, all] = [0, 0, 0, 0];
  for (const { weight, variants } of query.words) {
    all += weight;
    let [best, found, inTitle] = [0, 0, 0];
    for (const variant of variants) {
      let [strength, inAllTitle] = [1, titleMark];
      for (const term of variant.terms) {
        const mark = markOf(term);
        strength = Math.min(strength, strengthOf(mark));
        inAllTitle &= mark;
      }
      if (strength === 0) continue;
      best = Math.max(best, variant.value * strength);
      found = Math.max(found, variant.value);
      if (inAllTitle) inTitle = Math.max(inTitle, variant.value);
    }
    strong += best;
    some += found;
    titled += inTitle;
  }
  const shareOf = (part: number) => all && part / all;
  return {
    share: shareOf(strong),
    inTitle: shareOf(titled),
    amount: some / query.corpus.weightOf(''),
  };
}

/**
 * Returns candidates in the order in which a support agent would send them. `score` (0 to 1) is the
 * certainty: of results with at least 0.7, nine of ten are right. A better result reduces the
 * certainty of the others.
 */
export function rank<T extends Candidate>(
  query: Query,
  candidates: readonly T[],
): (T & { score: number })[] {
  const oddsOf = (candidate: T) => {
    const [share, inTitle, named, amount] = featuresOf(query, candidate);
    const tip = candidate.isOfCategory ? odds.category : 0;
    const own = odds.share * share + odds.inTitle * inTitle + odds.named * named;
    return odds.none + own + odds.amount * amount + tip;
  };
  return placesOf(candidates, oddsOf).map(({ candidate, value, behind, ahead }) => {
    const { none, odds: own, behind: far, ahead: near } = certainty;
    const sum = none + own * value + far * behind + near * ahead;
    return { ...candidate, score: Math.round(1_000 / (1 + Math.exp(-sum))) / 1_000 };
  });
}

/**
 * Returns the ranked articles to show. A suggestion after the first is only shown if it is nearly
 * as certain, because most wrong suggestions are in second and third place.
 */
export function choose<T extends { score: number }>(
  ranked: readonly T[],
  { limit, threshold }: { limit: number; threshold: number },
): T[] {
  const nearBest = threshold < fairScore ? 0 : (ranked[0]?.score ?? 0) - nearlyAsSure;
  const least = Math.max(threshold, nearBest);
  return ranked.filter(({ score }) => score >= least).slice(0, limit);
}

/** The features from which the probability of an article is estimated. */
export function featuresOf(
  query: Query,
  { share, inTitle, amount, title }: Candidate,
): [share: number, inTitle: number, named: number, amount: number] {
  return [share, inTitle, namedShare(query, title), Math.log1p(amount)];
}

/**
 * Returns the candidates, the best first, with their gap to the best one, and the gap between the
 * best one and the next.
 */
export function placesOf<T extends { slug: string }>(
  candidates: readonly T[],
  oddsOf: (candidate: T) => number,
) {
  const sorted = candidates
    .map((candidate) => ({ candidate, value: oddsOf(candidate) }))
    .sort((a, b) => b.value - a.value || (a.candidate.slug < b.candidate.slug ? -1 : 1));
  const [best = oddsOfNoArticle, next = oddsOfNoArticle] = sorted.map(({ value }) => value);
  return sorted.map(({ candidate, value }, place) => ({
    candidate,
    value,
    behind: Math.min(maxGap.behind, best - value),
    ahead: place === 0 ? Math.min(maxGap.ahead, value - next) : 0,
  }));
}

/** Returns the share of the title that the query contains. */
function namedShare(query: Query, title: string): number {
  let [named, all] = [0, 0];
  for (const term of query.corpus.titleTerms(title)) {
    const weight = query.corpus.weightOf(term);
    all += weight;
    named += weight * (query.terms.get(term) ?? 0);
  }
  return all && named / all;
}
