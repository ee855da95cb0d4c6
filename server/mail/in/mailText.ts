import { isStorable, limits } from '../../../src/contract/limits.ts';
import type { ReadMail } from '../../ask/inboundMail.ts';
import type { OwnMail } from './quoteHead.ts';
import { splitMail } from './splitMail.ts';

/** Characters of a mail that are kept. */
const maxMailLength = 500_000;
/** Characters of a mail that an answer is looked for in; the rest is kept and can be unfolded. */
const longestAnswer = 200_000;

export interface MailText {
  /** Returns the new text of a mail, at most as long as a message; empty if it only quotes. */
  answer: string;
  /** Everything that it says. */
  whole: string;
}

/** The text of a mail in its two lengths. The HTML is asked where it knows better what is quoted. */
export function mailText({ text, htmlText, subject }: ReadMail, own: OwnMail): MailText {
  const plain = splitMail(text.slice(0, longestAnswer), own);
  const html = () => splitMail(htmlText.slice(0, longestAnswer), own);
  const isUncut = plain.answer === plain.whole || plain.whole === '';
  const marked = isUncut && htmlText !== '' ? html() : plain;
  const isBetter = plain.whole === '' || (marked.isMarked && marked.answer !== '');
  const { answer, whole } = isBetter ? marked : plain;
  const source = isBetter ? htmlText : text;
  const all = source.length > longestAnswer ? source.slice(0, maxMailLength) : whole;
  const said = answer === '' && whole === '' ? newSubject(subject, own) : answer;
  return { answer: storable(said).slice(0, limits.message), whole: storable(all || said) };
}

/** Returns what the subject adds to a mail without text; empty for the subject of the thread. */
function newSubject(subject: string, { number }: OwnMail): string {
  return number !== '' && subject.includes(number) ? '' : subject.trim();
}

export function storable(text: string): string {
  return isStorable(text) ? text : text.replaceAll(/[\0\p{Cs}]/gu, '\ufffd');
}
