import { textOfHtml } from './htmlText.ts';
import type { MailFile, MailWithFiles } from './inboundMail.ts';
import { signedMail } from './signedMail.ts';
import { readTnef } from './tnef.ts';

/** Object identifier of encrypted data (RFC 5652) in DER. */
const envelopedData = Buffer.from('06092a864886f70d010703', 'hex');
/** The first bytes of a file identify its type. */
const headBytes = 64;

type ReadMail = (raw: Uint8Array) => Promise<MailWithFiles>;

/**
 * Unwraps the files of a `winmail.dat`, and the mail inside an opaque signature. Unreadable content
 * is kept as a file, and a mail without other text is marked as unread.
 */
export async function unwrapped(mail: MailWithFiles, read: ReadMail): Promise<MailWithFiles> {
  let { text, htmlText = '' } = mail;
  let hasUnread = mail.isUnread === true;
  const files: MailFile[] = [];
  for (const file of mail.files ?? []) {
    const inner = await contentOf(file, read);
    hasUnread ||= inner.isUnread === true;
    text = text.trim() === '' ? inner.text : text;
    htmlText ||= inner.htmlText ?? '';
    files.push(...(inner.files ?? []));
  }
  const isUnread = hasUnread && `${text}${htmlText}`.trim() === '';
  return { ...mail, text, htmlText, files, isUnread };
}

type Content = Pick<MailWithFiles, 'text' | 'htmlText' | 'files' | 'isUnread'>;

async function contentOf(file: MailFile, read: ReadMail): Promise<Content> {
  const { content } = file;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const head = bytes.subarray(0, headBytes);
  const unread = { text: '', files: [{ ...file, isWhole: true }], isUnread: true };
  if (head.length > 4 && head.readUInt32LE(0) === 0x223e9f78) {
    return tnefContent(bytes, unread.files) ?? unread;
  }
  const signed = signedMail(bytes);
  if (signed !== undefined) return read(signed);
  const isEncrypted = head.includes(envelopedData) || head.includes('-----BEGIN PGP MESSAGE-----');
  return isEncrypted ? unread : { text: '', files: [file] };
}

/**
 * Returns undefined for damaged content. `whole`: the file itself, which is kept if its end is
 * missing.
 */
function tnefContent(bytes: Uint8Array, whole: readonly MailFile[]): Content | undefined {
  try {
    const { text, html, files, isTruncated } = readTnef(bytes);
    // The file is kept as it is if nothing in it can be read.
    if (files.length === 0 && text === '' && html === '') return undefined;
    const inHtml = textOfHtml(html);
    const all = [...files, ...inHtml.pictures, ...(isTruncated ? whole : [])];
    return { text, htmlText: inHtml.text, files: all, isUnread: true };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
