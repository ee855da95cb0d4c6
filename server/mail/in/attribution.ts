import {
  type AccountMail,
  address,
  dateOrTime,
  endOfAttribution,
  maxAttributionLines,
  mentions,
  type QuoteHead,
} from './quoteHead.ts';

const date = /(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/**
 * Finds the attribution that ends at this line, such as "On Friday … Acme wrote:" in any language.
 * `lines` have no quote marks (also below). An attribution names a time and us, and ends with a
 * colon, dashes or `>>>`. It is certain if it has a date, and our address or dashes at both ends.
 * Without a time it must have our address or these dashes.
 */
export function attributionAt(
  lines: readonly string[],
  end: number,
  own: AccountMail,
): QuoteHead | undefined {
  const last = lines[end] ?? '';
  const isEnded = endOfAttribution.test(last);
  // Older versions of Gmail wrote only the date and the sender.
  if (!isEnded && !(date.test(last) && last.endsWith('>'))) return;
  const isFramed = /^-{2,}.*-{2,}$/.test(last);
  let text = '';
  let undated: QuoteHead | undefined;
  for (let start = end; start > end - maxAttributionLines && start >= 0; start -= 1) {
    const line = lines[start] ?? '';
    if (line === '') break;
    text = `${line} ${text}`;
    const who = mentions(text, own);
    const timed = text.replaceAll(address, ' ');
    if (!dateOrTime.test(timed)) {
      // A program that wraps lines may have left the name on the previous line.
      const isWrapped = line.startsWith('<') && (lines[start - 1] ?? '') !== '';
      const isOurs = who === 'address' || (who === 'name' && isFramed);
      if (isOurs) undated ??= { start: isWrapped ? start - 1 : start, isSure: false };
      continue;
    }
    if (who === undefined || (!isEnded && who !== 'address')) continue;
    const first = withYear(lines, start, text);
    const isDated = date.test(
      lines
        .slice(first, end + 1)
        .join(' ')
        .replaceAll(address, ' '),
    );
    const isSure = isDated && isEnded && (who === 'address' || isFramed);
    return { start: first, isSure };
  }
  return undated;
}

/** A program that wraps lines may have left the date on the previous line. */
function withYear(lines: readonly string[], start: number, text: string): number {
  const before = lines[start - 1] ?? '';
  const isWrapped = !year.test(text) && year.test(before) && before.length > 15;
  return isWrapped ? start - 1 : start;
}
