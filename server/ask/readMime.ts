import { type Attachment, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';
import * as z from 'zod/mini';
import { bothTexts } from './bothTexts.ts';
import { charsetOf } from './charsetOf.ts';
import { textOfHtml } from './htmlText.ts';
import type { MailFile, MailWithFiles } from './inboundMail.ts';
import { withLongText } from './longText.ts';
import { repairMime } from './repairMime.ts';
import { shortHead } from './shortHead.ts';
import { unwrapped } from './unwrap.ts';
import { decodeUtf7, isUtf7 } from './utf7.ts';

/** Limits that the parser does not enforce itself. */
const plain = {
  // HTML that is not an alternative of a text is reported as a failed conversion.
  maxHtmlLengthToParse: 0,
  skipImageLinks: true,
  skipTextLinks: true,
} as const;

/** Maximum number of nested signatures. Deeper content stays wrapped. */
const maxMailDepth = 3;

/** The SMTP envelope of a mail. */
export interface MailEnvelope {
  from: string;
  to: readonly string[];
}

/**
 * Parses a raw mail (RFC 5322) in any charset. `depth`: the number of signatures around it. A mail
 * that is beyond the limits of the parser is marked as unread, and is a file itself.
 */
export async function readMime(
  raw: Uint8Array,
  envelope: MailEnvelope,
  depth = 0,
): Promise<MailWithFiles> {
  const mail = await simpleParser(repairMime(raw), plain).catch(() => undefined);
  if (mail === undefined) {
    return { ...(await readMime(shortHead(raw), envelope, maxMailDepth)), ...unreadWhole(raw) };
  }
  const { text, pictures } = textOfHtml(mail.html === false ? '' : (mail.html ?? ''));
  const sender = senderOf(mail) ?? { name: '', address: envelope.from };
  // The HTML beside the text has different content. Then only the HTML contains both.
  const isApart = mail.textConversionError !== undefined;
  const read: MailWithFiles = {
    to: envelope.to,
    from: sender.address ?? '',
    fromName: sender.name,
    envelopeFrom: envelope.from,
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    ...bothTexts({ text: isApart ? '' : (mail.text ?? ''), htmlText: text }),
    isInvitation: mail.attachments.some(isCalendarPart),
    headers: headersOf(mail),
    files: [...filesOf(mail), ...pictures],
  };
  if (depth === maxMailDepth) return read;
  const whole = await unwrapped(read, (inner) => readMime(inner, envelope, depth + 1));
  return depth === 0 ? withLongText(whole) : whole;
}

function unreadWhole(raw: Uint8Array): Pick<MailWithFiles, 'files' | 'isUnread'> {
  const file = { name: 'mail.eml', content: raw, isInline: false, isWhole: true };
  return { files: [file], isUnread: true };
}

/** Returns the first author, or else the first address for replies. */
function senderOf({ from, replyTo }: ParsedMail): EmailAddress | undefined {
  return [from, replyTo]
    .flatMap((field) => field?.value ?? [])
    .flatMap((one) => one.group ?? [one])
    .find(({ address }) => address?.includes('@'));
}

/** Decodes the sender of a `From` header. */
export async function readSender(header: string): Promise<{ from: string; fromName: string }> {
  const line = header.slice(0, 2_000).replaceAll(/[\r\n]+/g, ' ');
  const sender = senderOf(await simpleParser(`From: ${line}\r\n\r\n`, plain));
  return { from: sender?.address ?? '', fromName: sender?.name ?? '' };
}

/**
 * True for a calendar part that mail programs act on. A calendar that a person attached is a file.
 */
function isCalendarPart({ contentType, headers }: Attachment): boolean {
  if (contentType !== 'text/calendar' || headers.has('content-disposition')) return false;
  const type: unknown = headers.get('content-type');
  const { data } = z.safeParse(CalendarType, type);
  return data !== undefined && data.params.method.toLowerCase() !== 'publish';
}

const CalendarType = z.object({ params: z.object({ method: z.string() }) });

/** Decodes the text of a form field in the charset that the sender declared. */
export async function decodeText(bytes: Uint8Array, charset: string | undefined): Promise<string> {
  const label = /^[\w.:+-]{1,40}$/.exec(charset ?? '')?.[0] ?? 'utf-8';
  const known = charsetOf(bytes, label) ?? label;
  if (isUtf7(known)) return decodeUtf7(Buffer.from(bytes).toString('latin1'));
  if (/^utf-?8$/i.test(known)) return Buffer.from(bytes).toString('utf8');
  const head = `Content-Type: text/plain; charset="${known}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  const { text = '' } = await simpleParser(head + Buffer.from(bytes).toString('base64'), plain);
  return text;
}

/** Returns the headers as text. The first of several values counts. */
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
  const shown = attachments.filter(({ contentType }) => isSeen(contentType));
  return shown.map(({ filename, contentType, content, related, contentDisposition }, index) => ({
    name: filename ?? fileName(index + 1, contentType),
    content,
    isInline: related === true || contentDisposition === 'inline',
  }));
}

/** False for parts that only programs read: signatures, and replacements for the text in certain programs. */
export function isSeen(contentType: string): boolean {
  return !unseen.has(contentType.toLowerCase());
}

const unseen = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'application/pgp-encrypted',
  'text/x-amp-html',
  'text/watch-html',
]);

/** Returns the name of a file without one. */
export function fileName(number: number, contentType: string): string {
  return `file-${number}${endings[contentType] ?? ''}`;
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
