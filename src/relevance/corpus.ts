import { distance } from './distance.ts';
import { tokenise } from './tokens.ts';

/** Statistics of all articles in one language. */
export interface CorpusData {
  locale: string;
  /** Number of articles. */
  articles: number;
  /** Number of articles that contain each term. */
  frequencies: ReadonlyMap<string, number>;
  /** Groups of words or phrases with the same meaning. */
  synonyms: readonly (readonly string[])[];
}

/** Terms that together can replace a word. `trust`: how certain that is, from 0 to 1. */
export interface Variant {
  terms: readonly string[];
  trust: number;
}

/** A phrase of a group of synonyms, and the other phrases of the group. */
export interface Synonym {
  phrase: readonly string[];
  others: readonly (readonly string[])[];
}

/** The data that a search needs in addition to the articles. */
export interface Corpus {
  locale: string;
  has(term: string): boolean;
  /**
   * Returns the weight of a term, which is higher for rare terms. A term in no article has the same
   * weight as a term in one.
   */
  weightOf(term: string): number;
  /** Returns the most frequent terms with this prefix. */
  startingWith(prefix: string): string[];
  /** Returns the known terms that an unknown word may be a typo of. */
  near(term: string, word: string): Variant[];
  /** Returns the distinct terms of a title. */
  titleTerms(title: string): ReadonlySet<string>;
  /** Synonyms by the first term of the phrase. */
  synonyms: ReadonlyMap<string, readonly Synonym[]>;
}

const maxEndings = 8;
const maxNearestTerms = 3;
const minStemLength = 5;

export function createCorpus({ locale, articles, frequencies, synonyms }: CorpusData): Corpus {
  const sorted = [...frequencies.keys()].sort();
  let byEnds: Map<string, Known[]> | undefined;
  const frequencyOf = (term: string) => frequencies.get(term) ?? 0;
  const byFrequency = (a: string, b: string) => frequencyOf(b) - frequencyOf(a);

  const weightOf = (term: string) => {
    const frequency = Math.max(1, frequencyOf(term));
    return Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));
  };

  const startingWith = (prefix: string) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; sorted[at]?.startsWith(prefix); at++) found.push(sorted[at] ?? '');
    return found.sort(byFrequency).slice(0, maxEndings);
  };

  const near = (term: string, word: string): Variant[] => {
    if (term.length < 3 || /\d/.test(term)) return [];
    const maxDistance = term.length >= 8 ? 2 : 1;
    byEnds ??= groupByEnds(sorted);
    const letters = lettersOf(term);
    const closest = new Set<string>();
    let edits = maxDistance;
    for (const ends of endsAround(term, maxDistance)) {
      for (const [other, otherLetters] of byEnds.get(ends) ?? []) {
        // Each edit changes at most two letters.
        let different = letters ^ otherLetters;
        for (let bit = edits * 2; bit > 0; bit--) different &= different - 1;
        if (different !== 0) continue;
        const found = distance(term, other, edits);
        // In a short word, a changed letter makes a different word. So only two swapped letters are
        // allowed.
        if (found > edits || (term.length <= 4 && !sameLetters(term, other))) continue;
        if (found < edits) closest.clear();
        edits = found;
        closest.add(other);
      }
    }
    if (closest.size === 0) return stemIn(word);
    return [...closest]
      .sort(byFrequency)
      .slice(0, maxNearestTerms)
      .map((other) => ({ terms: [other], trust: edits === 1 ? 0.85 : 0.7 }));
  };

  /** A typo in an ending prevents the stemmer from removing it. */
  const stemIn = (word: string): Variant[] => {
    for (let length = word.length - 1; length >= minStemLength; length--) {
      const stem = word.slice(0, length);
      if (frequencies.has(stem)) return [{ terms: [stem], trust: 0.7 }];
    }
    return [];
  };

  const titles = new Map<string, ReadonlySet<string>>();
  const titleTerms = (title: string) => {
    const terms = titles.get(title) ?? new Set(plainTerms(title, locale));
    titles.set(title, terms);
    return terms;
  };

  return {
    locale,
    titleTerms,
    has: (term) => frequencies.has(term),
    weightOf,
    startingWith,
    near,
    synonyms: groupSynonyms(synonyms, locale),
  };
}

function groupSynonyms(groups: CorpusData['synonyms'], locale: string): Map<string, Synonym[]> {
  const byTerm = new Map<string, Synonym[]>();
  for (const group of groups) {
    const phrases = group
      .map((text) => plainTerms(text, locale))
      .filter(({ length }) => length > 0);
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other.join(' ') !== phrase.join(' '));
      const [first = ''] = phrase;
      byTerm.set(first, [...(byTerm.get(first) ?? []), { phrase, others }]);
    }
  }
  return byTerm;
}

/** Returns the terms of a text, without joined terms. */
export function plainTerms(text: string, locale: string): string[] {
  return tokenise(text, locale).flatMap(({ term, joined }) => (joined ? [] : term));
}

/** A term, and its letters. */
type Known = readonly [term: string, letters: number];

/**
 * Groups terms by first and last letter. Most typos keep one of them, and nearly the same length.
 */
function groupByEnds(terms: readonly string[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const term of terms) {
    const known: Known = [term, lettersOf(term)];
    for (const ends of endsAround(term, 0)) {
      const group = groups.get(ends) ?? [];
      group.push(known);
      groups.set(ends, group);
    }
  }
  return groups;
}

/** Returns one bit for each letter of a term. Some letters share a bit. */
function lettersOf(term: string): number {
  return [...term].reduce((letters, letter) => letters | (1 << letter.charCodeAt(0)), 0);
}

function endsAround(term: string, maxDistance: number): string[] {
  const ends: string[] = [];
  for (let length = term.length - maxDistance; length <= term.length + maxDistance; length++) {
    ends.push(`${term[0]}${length}`, `${length}${term.at(-1)}`);
  }
  return ends;
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
