import { quoteMark, restMark } from '../../ask/quoteMarks.ts';
import { hasReplyMarker } from '../replyMarker.ts';
import { endOfAnswer } from './closing.ts';
import {
  attributionAt,
  headersAt,
  isForwarded,
  isQuoted,
  type OwnMail,
  unquoted,
  withSeparator,
} from './quoteHead.ts';

export interface SplitMail {
  /** The new text of the mail; empty if it only quotes. */
  answer: string;
  /** The text with all that it quotes. */
  whole: string;
  /** True where a mail program has named what it quotes. */
  isMarked: boolean;
}

/** A head stands at most so many lines above our marker. */
const headReach = 14;

/**
 * Parts an answer from the mail before, in time that grows with the length of the text. What is not
 * known for sure to be quoted stays in the answer, and so do quotes that are answered piece by piece.
 */
export function splitMail(text: string, own: OwnMail): SplitMail {
  const marked = text.replaceAll('\u00a0', ' ').split(/\r\n|\r|\n/);
  const isMarked = text.includes(quoteMark) || text.includes(restMark);
  const lines = isMarked ? marked.map((line) => line.replaceAll(/[\ue000\ue001]/g, '')) : marked;
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
  return { answer: parts.filter((part) => part !== '').join('\n\n'), whole, isMarked };
}

interface Cut {
  start: number;
  /** The first line after the quote; what follows was written below it. */
  end: number;
}

interface Lines {
  lines: readonly string[];
  /** With the marks of `textOfHtml`. */
  marked: readonly string[];
  /** Without quote marks. */
  plain: readonly string[];
}

function findCut(all: Lines, own: OwnMail): Cut | undefined {
  const { lines } = all;
  for (let at = 0; at < lines.length; at += 1) {
    if (all.marked[at] === '') continue;
    const found = beginsAt(all, at, own);
    if (found === undefined) continue;
    const { start, from, isSure } = found;
    const quoted = nextText(all, from);
    if (!isQuoted(lines[quoted] ?? '')) {
      if (isSure) return { start, end: lines.length };
      continue;
    }
    const end = endOfQuote(lines, quoted);
    const isLast = lines.slice(end).every((line) => line.trim() === '');
    if (isLast) return { start, end: lines.length };
    // Quoted and answered piece by piece: only together do they make sense.
    if (lines.slice(end).some(isQuoted)) return undefined;
    if (isSure) return { start, end };
  }
  return undefined;
}

/** The quote that begins at this line; `from`: the first line of the quoted text. */
function beginsAt(
  { lines, marked, plain }: Lines,
  at: number,
  own: OwnMail,
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
  // An attribution may stand within the quote that it introduces. GroupWise puts `>>>` on both its ends.
  const line = lines[at] ?? '';
  const from = isQuoted(line) && !line.trimEnd().endsWith('>>>') ? at : at + 1;
  return { ...attribution, from };
}

/** Returns the start of the mail whose text or marker is at this line. */
function headAbove(plain: readonly string[], at: number, own: OwnMail): number {
  for (let line = Math.max(0, at - headReach); line < at; line += 1) {
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

/** Removes blank lines at the ends, and keeps at most two in a row. */
function tidy(lines: readonly string[]): string {
  const kept: string[] = [];
  let blank = 0;
  for (const line of lines) {
    const text = line === '' ? line : line.trimEnd();
    blank = text === '' ? blank + 1 : 0;
    if (blank <= 2) kept.push(text);
  }
  return kept.join('\n').trim();
}
