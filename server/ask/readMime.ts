import { type Attachment, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';
import * as z from 'zod/mini';
import { charsetOf } from './charsetOf.ts';
import { textOfHtml } from './htmlText.ts';
import type { MailFile, MailWithFiles } from './inboundMail.ts';
import { repairMime } from './repairMime.ts';
import { unwrapped } from './unwrap.ts';
import { decodeUtf7, isUtf7 } from './utf7.ts';

/** Limits that the parser does not enforce itself. */
const plain = {
  // HTML that is no alternative to a text is reported as one that cannot be converted.
  maxHtmlLengthToParse: 0,
  skipImageLinks: true,
  skipTextLinks: true,
} as const;

/** Signatures around each other; what is within more stays wrapped. */
const deepest = 3;

/** The envelope of a mail, apart from its headers. */
export interface MailEnvelope {
  from: string;
  to: readonly string[];
}

/**
 * Reads a mail as it came over the wire (RFC 5322), in any charset. `depth`: how many signatures are around
 * it. @throws Error for what is no mail
 */
export async function readMime(
  raw: Uint8Array,
  envelope: MailEnvelope,
  depth = 0,
): Promise<MailWithFiles> {
  const mail = await simpleParser(repairMime(raw), plain);
  const { text, pictures } = textOfHtml(mail.html === false ? '' : (mail.html ?? ''));
  const sender = senderOf(mail) ?? { name: '', address: envelope.from };
  // Beside a text stands HTML that says something else: only the HTML has both.
  const isApart = mail.textConversionError !== undefined;
  const read: MailWithFiles = {
    to: envelope.to,
    from: sender.address ?? '',
    fromName: sender.name,
    envelopeFrom: envelope.from,
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: isApart ? '' : (mail.text ?? ''),
    htmlText: text,
    isInvitation: mail.attachments.some(isCalendarPart),
    headers: headersOf(mail),
    files: [...filesOf(mail), ...pictures],
  };
  if (depth === deepest) return read;
  return unwrapped(read, (inner) => readMime(inner, envelope, depth + 1));
}

/** The first person that it is from, else that answers go to. */
function senderOf({ from, replyTo }: ParsedMail): EmailAddress | undefined {
  return [from, replyTo]
    .flatMap((field) => field?.value ?? [])
    .flatMap((one) => one.group ?? [one])
    .find(({ address }) => address?.includes('@'));
}

/** The sender that a `From` header names, decoded. */
export async function readSender(header: string): Promise<{ from: string; fromName: string }> {
  const line = header.slice(0, 2_000).replaceAll(/[\r\n]+/g, ' ');
  const sender = senderOf(await simpleParser(`From: ${line}\r\n\r\n`, plain));
  return { from: sender?.address ?? '', fromName: sender?.name ?? '' };
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
  const label = /^[\w.:+-]{1,40}$/.exec(charset ?? '')?.[0] ?? 'utf-8';
  const known = charsetOf(bytes, label) ?? label;
  if (isUtf7(known)) return decodeUtf7(Buffer.from(bytes).toString('latin1'));
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
  const shown = attachments.filter(({ contentType }) => !unseen.has(contentType));
  return shown.map(({ filename, contentType, content, related, contentDisposition }, index) => ({
    name: filename ?? `file-${index + 1}${endings[contentType] ?? ''}`,
    content,
    isInline: related === true || contentDisposition === 'inline',
  }));
}

/** Parts for programs: signatures, and what stands in for the text in certain programs. */
const unseen = new Set([
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
  'application/pgp-encrypted',
  'text/x-amp-html',
  'text/watch-html',
]);

const endings: Partial<Record<string, string>> = {
  'text/calendar': '.ics',
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
};
