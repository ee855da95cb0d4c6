/** Identifies our own mails when they are quoted. */
export interface AccountMail {
  /** From and Reply-To addresses of our mails, in lower case. */
  addresses: readonly string[];
  /** Name of the account, as recipients see it. */
  name: string;
  /** Number of the request. */
  number: string;
}

/**
 * The first line of a quote's head, and whether the head alone proves that the rest is our mail.
 */
export interface QuoteHead {
  start: number;
  isSure: boolean;
}

const maxLineLength = 500;
export const maxAttributionLines = 4;
const maxHeaderLines = 12;
const labelled = /^[*_\s]{0,4}(\p{L}[\p{L}\p{M}.' -]{0,24}?)[*_\s]{0,4}[:：][*_\s]{0,4}(?=\S)/u;
/** A person who lists facts uses other labels. */
const fromLabel =
  /^[*_\s]{0,4}(from|de|von|da|van|från|fra|od|от|від|差出人|送信者|发件人|寄件者|寄件人|보낸 ?사람|kimden|gönderen|lähettäjä|feladó|από|จาก|من|מאת|từ|dari|expéditeur|remitente|absender|mittente|remetente|afzender|nadawca|отправитель)[*_\s]{0,4}[:：]/iu;
export const address = /[\w.+-]{1,128}@[\w.-]{1,128}/g;
export const dateOrTime =
  /\d{1,2}\s?[:.h時点시]\s?\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
export const endOfAttribution =
  /([:：][\s*_]*|\w\s?-{2,}|\s>>>|\s(wrote|schrieb|escribió|a écrit|ha scritto|escreveu|schreef|skrev|napisał(\(a\))?|написал(а|\(а\))?|yazdı|kirjoitti))$/u;

/** Invisible direction and width marks, which programs put around names and addresses. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Returns a line without its quote marks. Long lines are truncated, because no head is that long.
 */
export function unquoted(line: string): string {
  if (line === '') return line;
  return line
    .slice(0, maxLineLength)
    .replaceAll(unseen, '')
    .replace(/^[\s>|]+/, '')
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ')
    .trimEnd();
}

export function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

export function mentions(
  text: string,
  { addresses, name }: AccountMail,
): 'address' | 'name' | undefined {
  const small = text.toLowerCase();
  if (addresses.some((own) => small.includes(own))) return 'address';
  return name.length > 1 && small.includes(name.toLowerCase()) ? 'name' : undefined;
}

/** Returns the kind of sender in the head of a quoted mail: the first address or name in it. */
function senderOf(
  head: readonly string[],
  own: AccountMail,
): 'address' | 'name' | 'other' | undefined {
  for (const line of head) {
    const who = mentions(line, own);
    if (who !== undefined) return who;
    if (line.search(address) >= 0) return 'other';
  }
  return undefined;
}

/**
 * True if the head at a mark of the HTML names another sender: the text below was forwarded. Before
 * the first mail of a conversation there is no mail of ours.
 */
export function isForwarded(lines: readonly string[], mark: number, own: AccountMail): boolean {
  if (own.addresses.length === 0) return true;
  const head = lines
    .slice(Math.max(0, mark - maxAttributionLines), mark + maxHeaderLines)
    .filter((line) => labelled.test(line) || endOfAttribution.test(line));
  return senderOf(head, own) === 'other';
}

/**
 * Finds the head of a quoted mail as Outlook and many others copy it: at least three lines such as
 * "From: …" in any language, with a time, that name us.
 */
export function headersAt(
  lines: readonly string[],
  start: number,
  own: AccountMail,
): QuoteHead | undefined {
  const isFirst = labelled.test(lines[start] ?? '') && !labelled.test(lines[start - 1] ?? '');
  if (!isFirst) return unlabelledHeadersAt(lines, start, own);
  const block: string[] = [];
  let labels = 0;
  for (const line of lines.slice(start, start + maxHeaderLines)) {
    if (line === '') break;
    if (labelled.test(line)) labels += 1;
    else if (labels >= 3) break;
    // A program that wraps lines puts the address below the name.
    if (line.startsWith('<') && labels > 0) block.push(`${block.pop()} ${line}`);
    else block.push(line);
  }
  const above = lines[start - 1] ?? '';
  const isDated = dateOrTime.test(above) && above.length < 60;
  const head = (isDated ? [above, ...block] : block).join('\n');
  if (labels < 3 || !dateOrTime.test(head.replaceAll(address, ' '))) return;
  const isWritten = endOfAttribution.test(above.replace(/[\s-]+$/, ''));
  const who = senderOf(isWritten ? [above, ...block] : block, own);
  const isFrom = block.some((line) => fromLabel.test(line) && mentions(line, own) === 'address');
  const isOurs =
    (who === 'address' && (isFrom || /\breply\+/.test(head))) ||
    ((who === 'address' || who === 'name') && head.includes(own.number));
  if (!isOurs) return;
  // A line such as "Message of 27/11/26 10:00" can replace the date label.
  const isApart = dateOrTime.test(block.join('\n').replaceAll(address, ' '));
  return { start: withSeparator(lines, isApart ? start : start - 1), isSure: true };
}

/** Finds the head of eM Client, which has no colons: below a separator, our name and address are first. */
function unlabelledHeadersAt(
  lines: readonly string[],
  start: number,
  own: AccountMail,
): QuoteHead | undefined {
  const first = lines[start] ?? '';
  const isBelow = /^-{3,}[^-].{0,80}-{3,}$/.test(lines[start - 1] ?? '');
  if (!isBelow || !/<\S+@\S+>$/.test(first) || mentions(first, own) !== 'address') return;
  const end = lines.indexOf('', start);
  const block = lines.slice(
    start,
    end < 0 ? start + maxHeaderLines : Math.min(end, start + maxHeaderLines),
  );
  const isDated = dateOrTime.test(block.slice(1).join('\n').replaceAll(address, ' '));
  return block.length >= 3 && isDated ? { start: start - 1, isSure: true } : undefined;
}

/** Includes a separator above the head: a rule, or a line such as "-----Original Message-----". */
export function withSeparator(lines: readonly string[], start: number): number {
  for (let at = start - 1; at >= start - 2 && at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (/^[-_=*]{3,}(.{0,160}[-_=*]{2,}|[^-_=]{0,60})$/.test(line)) return at;
    if (line !== '') return start;
  }
  return start;
}
