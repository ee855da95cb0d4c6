import { endOfAnswer } from './closing.ts';
import { type AccountMail, isQuoted, unquoted } from './quoteHead.ts';

/** Maximum number of characters beside our name in the last line of our mails. */
const maxSignOffExtra = 30;

/**
 * Returns the lines below a quote that has no quote marks and no text above it. Our mails end with
 * our name. Returns all lines if no such line shows where the quote ends, and no lines if nothing is
 * below it.
 */
export function belowQuote(quote: readonly string[], { name }: AccountMail): readonly string[] {
  const head = quote.findIndex((line) => line.trim() === '');
  if (head < 0 || quote.slice(head).some(isQuoted)) return [];
  const small = name.toLowerCase();
  const signOff = quote.findLastIndex((line, at) => {
    const text = unquoted(line).toLowerCase();
    return at > head && text.length <= small.length + maxSignOffExtra && text.includes(small);
  });
  if (signOff < 0 || name.length < 2) return quote;
  const below = quote.slice(signOff + 1);
  return below.slice(0, endOfAnswer(below));
}
