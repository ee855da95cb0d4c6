import { limits } from '../../../src/contract/limits.ts';
import { maxMailLength, type ReadMail } from '../../ask/inboundMail.ts';
import { storable } from '../../base/storable.ts';
import type { AccountMail } from './quoteHead.ts';
import { splitMail } from './splitMail.ts';

/**
 * Maximum number of characters in which the reply is searched. The rest is stored and can be
 * expanded.
 */
const maxAnswerLength = 200_000;

export interface MailText {
  /** The new text of a mail, at most as long as a message. It is empty if the mail only quotes. */
  answer: string;
  /** The complete text. */
  whole: string;
}

/**
 * Returns the reply and the complete text of a mail. It uses the HTML if that marks the quoted
 * parts better.
 */
export function mailText({ text, htmlText, subject }: ReadMail, own: AccountMail): MailText {
  const plain = splitMail(text.slice(0, maxAnswerLength), own);
  const html = () => splitMail(htmlText.slice(0, maxAnswerLength), own);
  const isUncut = plain.answer === plain.whole || plain.whole === '';
  const marked = isUncut && htmlText !== '' ? html() : plain;
  const isBetter = plain.whole === '' || (marked.isMarked && marked.answer !== '');
  const { answer, whole } = isBetter ? marked : plain;
  const source = isBetter ? htmlText : text;
  const all = source.length > maxAnswerLength ? source.slice(0, maxMailLength) : whole;
  const said = answer === '' && whole === '' ? newSubject(subject, own) : answer;
  return { answer: storable(said).slice(0, limits.message), whole: storable(all || said) };
}

/**
 * Returns the subject for a mail without text. It is empty if the subject is that of the thread.
 */
function newSubject(subject: string, { number }: AccountMail): string {
  return number !== '' && subject.includes(number) ? '' : subject.trim();
}
