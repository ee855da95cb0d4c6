/**
 * Everything after this mark is the previous mail. The character is from the private use area, so
 * mails do not contain it.
 */
export const restMark = '\ue000';
/** The quote after this mark is the previous mail. */
export const quoteMark = '\ue001';

const marks = new RegExp(`[${restMark}${quoteMark}]`, 'g');

export function withoutMarks(text: string): string {
  return text.replaceAll(marks, '');
}

const containers =
  /\b(gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|mail_android_quote|bloop_original_html|airmail_ext)\b/;
const containerIds =
  /^(x_)*(mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|yahoo_quoted_\d+)$/;
const restIds = /^(x_)*(divRplyFwdMsg|appendonsend|ms-outlook-mobile-body-separator-line)$/;
/** The line that Outlook draws above the head of the previous mail. */
const outlookLine = /border-top:\s*solid\s*#(e1e1e1|b5c4df)/i;

/**
 * Returns the mark for an element that a mail program uses for the previous mail, or undefined for
 * other elements.
 */
export function quoteMarkOf(
  element: string,
  { class: classes = '', id = '', name = '', type, style = '' }: Readonly<Record<string, string>>,
): string | undefined {
  if (restIds.test(id) || (element === 'div' && outlookLine.test(style))) return restMark;
  const isContainer =
    containers.test(classes) ||
    containerIds.test(id) ||
    (element === 'div' && name === 'quote') ||
    (element === 'blockquote' && (type === 'cite' || /\bgmail_quote\b/.test(classes)));
  return isContainer ? quoteMark : undefined;
}
