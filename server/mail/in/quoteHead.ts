/** Marks by which a quoted mail of ours is recognized. */
export interface OwnMail {
  /** Addresses that our mails are from or answered to, in small letters. */
  addresses: readonly string[];
  /** Name of the account, as recipients see it. */
  name: string;
  /** Number of the request. */
  number: string;
}

/** The line where a head begins, and whether it alone proves that the rest is our mail. */
export interface QuoteHead {
  start: number;
  isSure: boolean;
}

const longestLine = 500;
const attributionLines = 4;
const headerLines = 12;
const labelled = /^[*_\s]{0,4}(\p{L}[\p{L}\p{M}.' -]{0,24}?)[*_\s]{0,4}[:：][*_\s]{0,4}(?=\S)/u;
const address = /[\w.+-]{1,128}@[\w.-]{1,128}/g;
const dateOrTime =
  /\d{1,2}\s?[:.h時点시]\s?\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** A line without what quotes it; empty for a blank one. Long lines are cut: no head is that long. */
export function unquoted(line: string): string {
  if (line === '') return line;
  return line
    .slice(0, longestLine)
    .replace(/^[\s>|]+/, '')
    .trimEnd();
}

export function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function mentions(text: string, { addresses, name }: OwnMail): 'address' | 'name' | undefined {
  const small = text.toLowerCase();
  if (addresses.some((own) => small.includes(own))) return 'address';
  return name.length > 1 && small.includes(name.toLowerCase()) ? 'name' : undefined;
}

/**
 * `lines` are unquoted, here and below. The line that names author and date, "On Friday … Acme wrote:" in any language, which ends here: it has
 * a time, an address or our name, and ends with a colon (or with dashes).
 */
export function attributionAt(
  lines: readonly string[],
  end: number,
  own: OwnMail,
): QuoteHead | undefined {
  if (!/([:：][\s*_\u200e]*|\w\s?-{2,})$/.test(lines[end] ?? '')) return;
  let text = '';
  for (let start = end; start > end - attributionLines && start >= 0; start -= 1) {
    const line = lines[start] ?? '';
    if (line === '') return;
    text = `${line} ${text}`;
    if (!dateOrTime.test(text.replaceAll(address, ' '))) continue;
    const who = mentions(text, own);
    const hasAddress = /<[^<>\s]+@[^<>\s]+>/.test(text);
    if (who === undefined && !hasAddress) continue;
    return { start: withYear(lines, start, text), isSure: who === 'address' };
  }
  return undefined;
}

/** A program that wraps its line may have left the date on the line before. */
function withYear(lines: readonly string[], start: number, text: string): number {
  const before = lines[start - 1] ?? '';
  const isWrapped = !year.test(text) && year.test(before) && before.length > 15;
  return isWrapped ? start - 1 : start;
}

/**
 * The head of a mail as Outlook and many others copy it: at least three lines "From: …" in any
 * language, with a time, that name us.
 */
export function headersAt(
  lines: readonly string[],
  start: number,
  own: OwnMail,
): QuoteHead | undefined {
  const isFirst = labelled.test(lines[start] ?? '') && !labelled.test(lines[start - 1] ?? '');
  if (!isFirst) return;
  const block: string[] = [];
  let labels = 0;
  for (const line of lines.slice(start, start + headerLines)) {
    if (line === '') break;
    if (labelled.test(line)) labels += 1;
    else if (labels >= 3) break;
    block.push(line);
  }
  const head = block.join('\n');
  if (labels < 3 || !dateOrTime.test(head.replaceAll(address, ' '))) return;
  const who = mentions(head, own);
  const isOurs = who === 'address' || (who === 'name' && head.includes(own.number));
  return isOurs ? { start: withSeparator(lines, start), isSure: true } : undefined;
}

/** "-----Original Message-----" or a rule above the head belongs to it. */
function withSeparator(lines: readonly string[], start: number): number {
  for (let at = start - 1; at >= start - 2 && at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (/^[-_=*]{3,}[^-_=]{0,60}[-_=*]*$/.test(line)) return at;
    if (line !== '') return start;
  }
  return start;
}
