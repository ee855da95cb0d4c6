import type { Block } from '../../src/contract/articleBody.ts';
import type { Query } from '../../src/relevance/query.ts';
import { tokenise } from '../../src/relevance/tokens.ts';
import { inlineText, plainText } from '../base/plainText.ts';

/** A heading and the content below it, up to the next heading. */
export interface Passage {
  heading: string;
  /** Id of the heading. `anchor` and `heading` are empty at the beginning of an article. */
  anchor: string;
  blocks: Block[];
}

/**
 * Maximum number of characters of a passage, in whole blocks. The first block is always complete.
 */
const maxPassageLength = 1_200;
/**
 * Weights of a word in the heading, in the text, and if the title contains any form of it.
 * `wholeHeading`: bonus of a heading that consists only of the searched words.
 */
const counts = { heading: 1, text: 0.5, inTitle: 0.2, wholeHeading: 0.3 };

interface PassageSource {
  title: string;
  blocks: readonly Block[];
}

/** Returns the passage of an article that matches the query best; of equal ones, the first. */
export function bestPassage(article: PassageSource, query: Query): Passage | undefined {
  return bestPassages(article, query, 1)[0];
}

/** Returns up to `count` passages of an article that match the query best, best first. */
export function bestPassages(
  { title, blocks }: PassageSource,
  query: Query,
  count: number,
): Passage[] {
  const titleTerms = query.corpus.titleTerms(title);
  return passagesOf(blocks)
    .map((passage) => ({ passage, value: worthOf(passage, query, titleTerms) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ passage }) => ({ ...passage, blocks: shortened(passage.blocks) }));
}

/** Returns the passages with text, in order. */
function passagesOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [{ heading: '', anchor: '', blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') {
      passages.push({ heading: inlineText(block.children), anchor: block.id, blocks: [] });
    } else {
      passages.at(-1)?.blocks.push(block);
    }
  }
  return passages.filter(({ blocks: own }) => plainText(own).trim() !== '');
}

function worthOf(
  { heading, blocks }: Passage,
  { words, corpus }: Query,
  titleTerms: ReadonlySet<string>,
): number {
  const termsOf = (text: string) => new Set(tokenise(text, corpus.locale).map(({ term }) => term));
  const [inHeading, inText] = [termsOf(heading), termsOf(plainText(blocks))];
  const countOf = (term: string) =>
    inHeading.has(term) ? counts.heading : inText.has(term) ? counts.text : 0;
  const questionTerms = new Set<string>();
  const values = words.map(({ variants }) => {
    for (const { terms } of variants) for (const term of terms) questionTerms.add(term);
    const isInTitle = variants.some(({ terms }) => terms.every((term) => titleTerms.has(term)));
    const found = variants.map(({ terms, value }) => value * Math.min(...terms.map(countOf)));
    return Math.max(0, ...found) * (isInTitle ? counts.inTitle : 1);
  });
  const share =
    [...inHeading].filter((term) => questionTerms.has(term)).length / (inHeading.size || 1);
  return values.reduce((sum, value) => sum + value, share * counts.wholeHeading);
}

function shortened(blocks: readonly Block[]): Block[] {
  let length = 0;
  return blocks.filter((block, at) => {
    length += plainText([block]).length;
    return at === 0 || length <= maxPassageLength;
  });
}
