import type { Query } from './query.ts';
import { type Token, tokenise } from './tokens.ts';

/** Characters from `from` up to, not including, `to`. */
export type Range = [from: number, to: number];

export interface Snippet {
  text: string;
  matches: Range[];
}

const snippetLength = 160;
/**
 * A sentence that starts at most this many characters before the first match is shown from its
 * beginning.
 */
const leadLength = 60;

/** The part of a query that snippets need. */
export interface Sought {
  corpus: Pick<Query['corpus'], 'locale' | 'weightOf'>;
  terms: ReadonlyMap<string, number>;
}

/** Ranges to highlight in a text. */
export function marksOf(text: string, query: Sought): Range[] {
  return merged(matching(tokenise(text, query.corpus.locale), query));
}

/**
 * Returns the part of an article that matches most of the query, on one line. Without a match,
 * returns its description.
 */
export function snippetOf(
  article: { description: string; text: string },
  query: Sought,
  tokens: readonly Token[] = tokenise(article.text, query.corpus.locale),
): Snippet {
  const hits = matching(tokens, query);
  return hits.length === 0 && article.description !== ''
    ? { text: article.description, matches: marksOf(article.description, query) }
    : cut(article.text, tokens, hits, query);
}

function cut(
  text: string,
  tokens: readonly Token[],
  hits: readonly Token[],
  query: Sought,
): Snippet {
  const from = startBefore(text, bestStart(hits, query));
  const to = endAfter(text, tokens, from);
  const before = from > 0 && !/[.!?\n]\s*$/.test(text.slice(Math.max(0, from - 3), from));
  const lead = before ? '…' : '';
  const shown = text.slice(from, to).replaceAll(/\s/g, ' ');
  const shift = lead.length - from;
  return {
    text: `${lead}${shown}${to < text.trimEnd().length && !/[.!?]$/.test(shown) ? '…' : ''}`,
    matches: merged(hits.filter((hit) => hit.from >= from && hit.to <= to)).map(
      ([start, end]): Range => [start + shift, end + shift],
    ),
  };
}

function matching(tokens: readonly Token[], query: Sought): Token[] {
  return tokens.filter(({ term }) => query.terms.has(term));
}

/** Finds the window of one snippet's length whose hits have the highest weight. */
function bestStart(hits: readonly Token[], query: Sought): number {
  let best = { value: 0, from: 0 };
  const maxDistance = snippetLength - leadLength;
  hits.forEach(({ from }, at) => {
    const seen = new Set<string>();
    let value = 0;
    for (
      let next = at;
      (hits[next]?.to ?? Number.POSITIVE_INFINITY) <= from + maxDistance;
      next++
    ) {
      const term = hits[next]?.term ?? '';
      if (!seen.has(term)) value += query.corpus.weightOf(term) * (query.terms.get(term) ?? 0);
      seen.add(term);
    }
    if (value > best.value) best = { value, from };
  });
  return best.from;
}

/** Returns the beginning of the sentence if it is near, otherwise of a word. */
function startBefore(text: string, hit: number): number {
  const lead = text.slice(Math.max(0, hit - leadLength), hit);
  const sentence = Math.max(
    lead.lastIndexOf('\n'),
    ...['. ', '! ', '? ', '。'].map((end) => lead.lastIndexOf(end) + end.length - 1),
  );
  if (hit <= leadLength && sentence <= 0) return 0;
  if (sentence > 0) return hit - lead.length + sentence + 1;
  const space = lead.indexOf(' ', leadLength / 2);
  return space === -1 ? hit : hit - lead.length + space + 1;
}

/** Returns the end of a word, including its full stop. */
function endAfter(text: string, tokens: readonly Token[], from: number): number {
  const limit = from + snippetLength;
  if (text.length <= limit) return text.length;
  const last = tokens.findLast((token) => token.from >= from && token.to < limit);
  if (last === undefined)
    return from + text.slice(from, limit).replace(/[\ud800-\udbff]$/, '').length;
  return last.to + (/^[.!?:;。]/.test(text.slice(last.to)) ? 1 : 0);
}

function merged(tokens: readonly Token[]): Range[] {
  const ranges: Range[] = [];
  for (const { from, to } of tokens) {
    const last = ranges.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  }
  return ranges;
}
