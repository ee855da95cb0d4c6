import { tokenise } from '../../../src/relevance/tokens.ts';

/** Minimum share of a sentence's significant words that its passages contain. */
const minSharedWords = 0.6;
/**
 * Values that are not paraphrased: numbers, versions, addresses, host names and identifiers. Each
 * must be in the cited passages.
 */
const exactValues =
  /https?:\/\/[^\s)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,}\b|\p{N}+(?:[.,:]\p{N}+)*/giu;

/**
 * Returns whether the passages support a sentence: they contain most of its significant words, and
 * all of its numbers and addresses. A model can write other sentences, and an article or a question
 * can ask it to.
 */
export function isSupported(
  sentence: string,
  passages: readonly string[],
  locale: string,
): boolean {
  const source = passages.join('\n');
  const known = new Set(tokenise(source, locale).map(({ term }) => term));
  const words = [...new Set(tokenise(sentence, locale).map(({ term }) => term))];
  if (words.length === 0) return false;
  const shared = words.filter((word) => known.has(word)).length;
  const sourceValues = valuesOf(source);
  const hasAllValues = [...valuesOf(sentence)].every((value) => sourceValues.has(value));
  return hasAllValues && shared / words.length >= minSharedWords;
}

function valuesOf(text: string): Set<string> {
  const values = text.match(exactValues) ?? [];
  return new Set(values.map((value) => value.toLowerCase().replace(/[.,:]+$/, '')));
}
