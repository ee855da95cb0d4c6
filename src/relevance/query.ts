import type { Corpus, Variant } from './corpus.ts';
import { significantText } from './significantText.ts';
import { fold, maxWordLength, type Token, tokenise } from './tokens.ts';

/**
 * A variant of a word. `value`: the fraction of the word's weight that an article with the variant
 * gets.
 */
interface Valued extends Variant {
  value: number;
}

/**
 * A searched word with its variants. It has no variants if no article contains anything similar.
 */
export interface SearchedWord {
  weight: number;
  variants: readonly Valued[];
}

export interface Query {
  corpus: Corpus;
  words: readonly SearchedWord[];
  /** Every term that can replace a searched word, with its certainty. */
  terms: ReadonlyMap<string, number>;
}

/** Maximum number of searched words in a long text: those with the highest weight. */
const maxScoredWords = 24;
const maxReadWords = 300;
/**
 * In texts with this many words, unknown words count half. Long messages contain words that
 * articles do not need.
 */
const halfUnknown = 25;

interface Word {
  term: string;
  word: string;
  count: number;
  variants: Variant[];
}

/**
 * Parses a search text. Its last word can be unfinished, unless other characters follow it or
 * `isFinished` is set.
 */
export function queryOf(text: string, corpus: Corpus, isFinished = false): Query {
  const significant = significantText(text);
  const tokens = tokenise(significant, corpus.locale);
  const words = new Map<string, Word>();
  for (const { term, from, to, joined } of tokens) {
    const known = words.get(term);
    if (known !== undefined) known.count += 1;
    else if (!joined && words.size < maxReadWords) {
      const variants = corpus.has(term) ? [{ terms: [term], trust: 1 }] : [];
      words.set(term, {
        term,
        word: fold(significant.slice(from, Math.min(to, from + maxWordLength))),
        count: 1,
        variants,
      });
    }
  }
  addJoined(tokens, words, corpus);
  addSynonyms(tokens, words, corpus);
  const last = tokens.findLast(({ joined }) => !joined);
  const canContinue =
    !isFinished && last?.to === significant.length && words.size <= maxScoredWords;
  const unfinished = canContinue ? last?.term : undefined;
  for (const word of words.values()) addForms(word, corpus, word.term === unfinished);
  return choose([...words.values()], corpus);
}

/** "warm-up" and "warm up" can also be written "warmup". */
function addJoined(tokens: readonly Token[], words: Map<string, Word>, corpus: Corpus): void {
  for (const { term, from, to, joined } of tokens) {
    if (!joined || !corpus.has(term)) continue;
    for (const part of tokens) {
      if (part.from >= from && part.to <= to && part.term !== term) {
        words.get(part.term)?.variants.push({ terms: [term], trust: 1 });
      }
    }
  }
  const plain = tokens.filter(({ joined }) => !joined);
  plain.forEach((first, at) => {
    const second = plain[at + 1];
    const pair = second?.from === first.to + 1 ? first.term + second.term : '';
    if (second === undefined || !corpus.has(pair)) return;
    for (const { term } of [first, second]) {
      words.get(term)?.variants.push({ terms: [pair], trust: 0.9 });
    }
  });
}

function addSynonyms(tokens: readonly Token[], words: Map<string, Word>, corpus: Corpus): void {
  const terms = tokens.flatMap(({ term, joined }) => (joined ? [] : term));
  terms.forEach((term, at) => {
    for (const { phrase, others } of corpus.synonyms.get(term) ?? []) {
      if (!phrase.every((part, offset) => terms[at + offset] === part)) continue;
      const variants = others
        .filter((other) => other.every((part) => corpus.has(part)))
        .map((other) => ({ terms: other, trust: 0.85 }));
      for (const part of phrase) words.get(part)?.variants.push(...variants);
    }
  });
}

/** Adds variants of a word: its split into two words, longer words with this prefix, and typos. */
function addForms({ term, word, variants }: Word, corpus: Corpus, isUnfinished: boolean): void {
  for (let at = 2; at <= word.length - 2 && word.length >= 6; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => corpus.has(part))) variants.push({ terms: parts, trust: 0.9 });
  }
  if (isUnfinished && word.length >= 2) {
    const trust = variants.length > 0 ? 0.5 : 0.9;
    for (const whole of corpus.startingWith(word)) {
      if (whole !== term) variants.push({ terms: [whole], trust });
    }
  }
  if (variants.length === 0) variants.push(...corpus.near(term, word));
}

function choose(words: readonly Word[], corpus: Corpus): Query {
  const unknownShare = halfUnknown / (halfUnknown + words.length);
  const weigh = ({ term, variants, count }: Word) => {
    const found = variants.flatMap(({ terms }) => terms.map(corpus.weightOf));
    const weight = corpus.has(term) ? corpus.weightOf(term) : Math.max(0, ...found);
    // A small number is usually an amount. Codes have three digits or more.
    const share = /^\d{1,2}$/.test(term) ? 0.4 : 1;
    const total = weight * share * (1 + Math.log(count));
    const valued = variants.map((variant) => {
      // The joined term with the higher weight counts.
      const maxWeight = Math.max(...variant.terms.map(corpus.weightOf));
      return { ...variant, value: Math.min(total, maxWeight) * variant.trust };
    });
    return { weight: total, variants: valued };
  };
  const known = words.filter(({ variants }) => variants.length > 0).map(weigh);
  const unknown = words
    .filter(({ variants }) => variants.length === 0)
    .map(({ term }) => ({ weight: corpus.weightOf(term) * unknownShare, variants: [] }));
  const scored = known.sort((a, b) => b.weight - a.weight).slice(0, maxScoredWords);
  const terms = new Map<string, number>();
  for (const { terms: all, trust } of scored.flatMap(({ variants }) => variants)) {
    for (const term of all) terms.set(term, Math.max(trust, terms.get(term) ?? 0));
  }
  return { corpus, words: [...scored, ...unknown.slice(0, maxScoredWords)], terms };
}
