import { quoteMark, restMark, withoutMarks } from '../../ask/quoteMarks.ts';
import { hasReplyMarker } from '../replyMarker.ts';
import { attributionAt } from './attribution.ts';
import { belowQuote } from './belowQuote.ts';
import { endOfAnswer, isSignature } from './closing.ts';
import {
  type AccountMail,
  headersAt,
  isForwarded,
  isQuoted,
  unquoted,
  withSeparator,
} from './quoteHead.ts';

export interface SplitMail {
  /** The new text of the mail. It is empty if the mail only quotes. */
  answer: string;
  /** The complete text, including quotes. */
  whole: string;
  /** True if a mail program has marked the quote in the HTML. */
  isMarked: boolean;
}

/** Maximum number of lines between the head of a quote and our reply marker. */
const maxHeadLines = 14;

/**
 * Separates a reply from the mail that it quotes, in time that is linear in the length of the text.
 * Text that is not certainly quoted stays in the reply. So do quotes with replies in between.
 */
export function splitMail(text: string, own: AccountMail): SplitMail {
  const marked = text.replaceAll('\u00a0', ' ').split(/\r\n|\r|\n/);
  const isMarked = text.includes(quoteMark) || text.includes(restMark);
  const lines = isMarked ? marked.map(withoutMarks) : marked;
  const whole = tidy(isMarked ? lines.filter((_, at) => !isMarkAlone(marked[at] ?? '')) : lines);
  const cut = findCut({ lines, marked, plain: lines.map(unquoted) }, own);
  if (cut === undefined) {
    const isAllQuoted = lines.every((line) => isQuoted(line) || line.trim() === '');
    const answer = isAllQuoted ? '' : tidy(lines.slice(0, endOfAnswer(lines)));
    return { answer, whole, isMarked };
  }
  const above = lines.slice(0, cut.start);
  const below = lines.slice(cut.end);
  const parts = [above, below].map((part) => tidy(part.slice(0, endOfAnswer(part))));
  const answer = parts.filter((part) => part !== '').join('\n\n');
  const quote = lines.slice(cut.start, cut.end);
  return { answer: answer || tidy(belowQuote(quote, own)), whole, isMarked };
}

interface Cut {
  start: number;
  /** The first line after the quote. The text from here was written below it. */
  end: number;
}

interface Lines {
  lines: readonly string[];
  /** Lines with the marks of `textOfHtml`. */
  marked: readonly string[];
  /** Lines without quote marks. */
  plain: readonly string[];
}

/** Some programs wrap long lines of a quote without quoting the rest. */
const minWrappedLength = 65;

/** True if the line is the end of the quoted line above: a sentence goes on, and so does the quote. */
function isWrapped(lines: readonly string[], at: number): boolean {
  const [above = '', line = '', below = ''] = lines.slice(at - 1, at + 2);
  return (
    isQuoted(above) &&
    isQuoted(below) &&
    above.length >= minWrappedLength &&
    /[\p{L},]$/u.test(above) &&
    /^\p{Ll}/u.test(line)
  );
}

function findCut(all: Lines, own: AccountMail): Cut | undefined {
  const lines = all.lines.map((line, at) =>
    at > 0 && isWrapped(all.lines, at) ? `> ${line}` : line,
  );
  for (let at = 0; at < lines.length; at += 1) {
    if (all.marked[at] === '') continue;
    const found = beginsAt({ ...all, lines }, at, own);
    if (found === undefined) continue;
    const { start, from, isSure } = found;
    const quoted = nextText({ ...all, lines }, from);
    if (!isQuoted(lines[quoted] ?? '')) {
      if (isSure) return { start, end: lines.length };
      continue;
    }
    const end = endOfQuote(lines, quoted);
    if (isSignature(lines.slice(end))) return { start, end: lines.length };
    // Quotes and replies alternate, so they only make sense together.
    if (lines.slice(end).some(isQuoted)) return undefined;
    if (isSure) return { start, end };
  }
  return undefined;
}

/** Returns the quote that starts at this line. `from`: the first line of the quoted text. */
function beginsAt(
  { lines, marked, plain }: Lines,
  at: number,
  own: AccountMail,
): { start: number; from: number; isSure: boolean } | undefined {
  const mark = marked[at] ?? '';
  const isRest = mark.includes(restMark);
  if ((isRest || mark.includes(quoteMark)) && !isForwarded(plain, at, own)) {
    const start = isRest ? withSeparator(plain, at) : headAbove(plain, at, own);
    return { start, from: at, isSure: true };
  }
  if (hasReplyMarker(lines[at] ?? '')) {
    return { start: headAbove(plain, at, own), from: at, isSure: true };
  }
  const headers = headersAt(plain, at, own);
  if (headers !== undefined) return { ...headers, from: at };
  const attribution = attributionAt(plain, at, own);
  if (attribution === undefined) return undefined;
  // An attribution can be inside the quote that it introduces. GroupWise puts `>>>` at both ends of
  // it.
  const line = lines[at] ?? '';
  const from = isQuoted(line) && !line.trimEnd().endsWith('>>>') ? at : at + 1;
  return { ...attribution, from };
}

/** Returns the first line of the mail whose text or reply marker is at this line. */
function headAbove(plain: readonly string[], at: number, own: AccountMail): number {
  for (let line = Math.max(0, at - maxHeadLines); line < at; line += 1) {
    const head = headersAt(plain, line, own) ?? attributionAt(plain, line, own);
    if (head !== undefined) return head.start;
  }
  return at;
}

function nextText({ lines, plain }: Lines, from: number): number {
  let at = from;
  while (at < lines.length && plain[at] === '' && !isQuoted(lines[at] ?? '')) at += 1;
  return at;
}

/** Returns the line after a quote, including blank lines inside it. */
function endOfQuote(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    if (isQuoted(lines[at] ?? '')) end = at + 1;
    else if ((lines[at] ?? '').trim() !== '') break;
  }
  return end;
}

function isMarkAlone(line: string): boolean {
  return /^[\s>]*[\ue000\ue001]$/.test(line);
}

/** Removes blank lines at both ends, and keeps at most two consecutive ones. */
function tidy(lines: readonly string[]): string {
  const tidied: string[] = [];
  let blank = 0;
  for (const line of lines) {
    const text = line === '' ? line : line.trimEnd();
    blank = text === '' ? blank + 1 : 0;
    if (blank <= 2) tidied.push(text);
  }
  return tidied.join('\n').trim();
}
