import { type MailWithFiles, maxMailLength } from './inboundMail.ts';
import { withoutMarks } from './quoteMarks.ts';

/** Adds the text of a mail as a file if it is too long to be stored as text. */
export function withLongText(mail: MailWithFiles): MailWithFiles {
  const { text, htmlText = '', files = [] } = mail;
  const whole = text.length < htmlText.length ? htmlText : text;
  if (whole.length <= maxMailLength) return mail;
  const content = Buffer.from(withoutMarks(whole));
  return {
    ...mail,
    files: [{ name: 'mail.txt', content, isInline: false, isWhole: true }, ...files],
  };
}
