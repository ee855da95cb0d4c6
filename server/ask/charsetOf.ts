import { isUtf8 } from 'node:buffer';
import { eastAsianCharset } from './eastAsianCharset.ts';

/** Labels that programs write for texts in any charset, so they are meaningless. */
const vague = /^(|(us-)?ascii|utf-?8\S*|unknown\S*|x-unknown|default|none|binary|[78]-?bit)$/;
const western = /^(iso[-_]?8859[-_]?(1|15)|latin-?[19]|(windows|cp)-?1252)$/;
/** Labels of charset families that the mail parser decodes better than the platform. */
const ofFamily =
  /^(cp|ibm|x?-?mac|windows|win|iso|koi|gb|big5|euc|ks|jis|shift|tis|latin|utf|hz|ms)/;
/** With so many bytes, a text of another charset is not valid UTF-8 by chance. */
const minWideBytes = 24;
const escapeOfJis = Buffer.from('\x1b$');

/**
 * Returns the charset of a text whose label is wrong or meaningless, or undefined if the label can
 * be trusted.
 */
export function charsetOf(bytes: Uint8Array, label: string): string | undefined {
  const name = label.trim().toLowerCase();
  if (western.test(name)) return hasWide(bytes) && isUtf8(bytes) ? 'utf-8' : undefined;
  if (!vague.test(name) && (isDecodable(name) || ofFamily.test(name))) {
    const isWrong = !/^utf/.test(name) && hasWide(bytes, minWideBytes) && isUtf8(bytes);
    return isWrong ? 'utf-8' : undefined;
  }
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(escapeOfJis)) {
    return 'iso-2022-jp';
  }
  if (isUtf8(bytes)) return undefined;
  return namedInHtml(bytes) ?? guessedCharset(bytes);
}

/** Returns the most likely charset of a text that has no label and is not UTF-8. */
export function guessedCharset(bytes: Uint8Array): string {
  return eastAsianCharset(bytes) ?? 'windows-1252';
}

function hasWide(bytes: Uint8Array, count = 1): boolean {
  let left = count;
  return bytes.some((byte) => {
    if (byte > 0x7f) left -= 1;
    return left === 0;
  });
}

function namedInHtml(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  const name = /<meta\b[^<>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(start)?.[1];
  return name === undefined || vague.test(name.toLowerCase()) ? undefined : name;
}

/** True for a charset that the platform can decode. */
export function isDecodable(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false; // not a label of the Encoding Standard
  }
}
