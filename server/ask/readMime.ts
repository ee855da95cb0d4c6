import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import * as z from 'zod/mini';
import { textOfHtml } from './htmlText.ts';
import type { MailFile, MailWithFiles } from './inboundMail.ts';

/** Limits that the parser does not enforce itself. */
const plain = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
} as const;

/** The envelope of a mail, apart from its headers. */
export interface MailEnvelope {
  from: string;
  to: readonly string[];
}

/** Reads a mail as it came over the wire (RFC 5322), in any charset. @throws Error for what is no mail */
export async function readMime(raw: Uint8Array, envelope: MailEnvelope): Promise<MailWithFiles> {
  const mail = await simpleParser(Buffer.from(raw), plain);
  const { text, pictures } = textOfHtml(mail.html === false ? '' : (mail.html ?? ''));
  const [sender] = mail.from?.value ?? [];
  return {
    to: envelope.to,
    from: sender?.address ?? '',
    fromName: sender?.name ?? '',
    envelopeFrom: envelope.from,
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    htmlText: text,
    isInvitation: mail.attachments.some(isCalendarPart),
    headers: headersOf(mail),
    files: [...filesOf(mail), ...pictures],
  };
}

/** A part that calendars act on; a calendar that a person attaches is a file. */
function isCalendarPart({ contentType, headers }: Attachment): boolean {
  if (contentType !== 'text/calendar' || headers.has('content-disposition')) return false;
  const type: unknown = headers.get('content-type');
  const { data } = z.safeParse(CalendarType, type);
  return data !== undefined && data.params.method.toLowerCase() !== 'publish';
}

const CalendarType = z.object({ params: z.object({ method: z.string() }) });

/** Text of a form field in the charset that its sender names. */
export async function decodeText(bytes: Uint8Array, charset: string | undefined): Promise<string> {
  const known = /^[\w.:+-]{1,40}$/.exec(charset ?? '')?.[0] ?? 'utf-8';
  if (/^utf-?8$/i.test(known)) return Buffer.from(bytes).toString('utf8');
  const head = `Content-Type: text/plain; charset="${known}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  const { text = '' } = await simpleParser(head + Buffer.from(bytes).toString('base64'), plain);
  return text;
}

/** Values as the mail has them; the first of several counts. */
function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    [...headerLines].reverse().map(({ key, line }) => [
      key.toLowerCase(),
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\r?\n[ \t]+/g, ' ')
        .trim(),
    ]),
  );
}

function filesOf({ attachments }: ParsedMail): MailFile[] {
  return attachments.map(
    ({ filename, contentType, content, related, contentDisposition }, index) => ({
      name: filename ?? `file-${index + 1}${endings[contentType] ?? ''}`,
      content,
      isInline: related === true || contentDisposition === 'inline',
    }),
  );
}

const endings: Partial<Record<string, string>> = {
  'text/calendar': '.ics',
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
};
