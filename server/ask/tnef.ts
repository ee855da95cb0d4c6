import { isUtf8 } from 'node:buffer';
import type { MailFile } from './inboundMail.ts';

/** The content of a `winmail.dat`. */
export interface Tnef {
  text: string;
  html: string;
  files: MailFile[];
  /** True if its end is missing. */
  isTruncated: boolean;
}

/** Attributes of TNEF ([MS-OXTNEF]). */
const newFile = 0x00069002;
const fileTitle = 0x00018010;
const fileData = 0x0006800f;
const fileProperties = 0x00069005;
const messageText = 0x0002800c;
const messageProperties = 0x00069003;

/** Properties of MAPI. */
const bodyText = 0x1000;
const bodyHtml = 0x1013;
const longFileName = 0x3707;
const fixedSizes: Partial<Record<number, number>> = { 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 };
const unicode = 31;
const ofLength = new Set([13, 30, unicode, 258]);

/**
 * Reads TNEF, the format in which Outlook and Exchange wrap mails for each other. It ignores
 * formatted text (RTF) and nested mails.
 * @throws RangeError if it is not TNEF
 */
export function readTnef(content: Uint8Array): Tnef {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (bytes.readUInt32LE(0) !== 0x223e9f78)
    throw new RangeError('The file does not begin with the TNEF signature.');
  const read: Tnef = { text: '', html: '', files: [], isTruncated: false };
  for (let at = 6; at + 9 <= bytes.length; ) {
    const id = bytes.readUInt32LE(at + 1);
    const end = at + 9 + bytes.readUInt32LE(at + 5);
    if (end > bytes.length) {
      read.isTruncated = true;
      break;
    }
    addAttribute(read, id, bytes.subarray(at + 9, end));
    at = end + 2; // skips the checksum
  }
  return { ...read, files: read.files.filter((file) => file.content.length > 0) };
}

function addAttribute(read: Tnef, id: number, value: Buffer): void {
  const file = read.files.at(-1);
  if (id === newFile) {
    read.files.push({ name: 'file', content: Buffer.alloc(0), isInline: false });
  } else if (id === messageText) {
    read.text = textOf(value, false);
  } else if (id === messageProperties) {
    const properties = propertiesOf(value);
    read.text ||= properties.get(bodyText) ?? '';
    read.html ||= properties.get(bodyHtml) ?? '';
  } else if (file === undefined) {
    return;
  } else if (id === fileTitle) {
    file.name = textOf(value, false);
  } else if (id === fileData) {
    file.content = value;
  } else if (id === fileProperties) {
    file.name = propertiesOf(value).get(longFileName) ?? file.name;
  }
}

/** Returns the texts of a list of properties, by property number. */
function propertiesOf(bytes: Buffer): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let at = 4;
  const next = () => {
    const value = bytes.readUInt32LE(at);
    at += 4;
    return value;
  };
  const skip = (length: number) => {
    at += Math.ceil(length / 4) * 4;
  };
  for (let left = bytes.readUInt32LE(0); left > 0; left--) {
    const tag = next();
    const [type, id] = [tag & 0xfff, tag >>> 16];
    if (id >= 0x8000) {
      at += 16;
      if (next() === 1) skip(next());
      else at += 4;
    }
    const isList = (tag & 0x1000) !== 0;
    for (let values = isList || ofLength.has(type) ? next() : 1; values > 0; values--) {
      const length = ofLength.has(type) ? next() : (fixedSizes[type] ?? 4);
      if (ofLength.has(type))
        found.set(id, textOf(bytes.subarray(at, at + length), type === unicode));
      if (at + length > bytes.length) throw new RangeError('A property is truncated.');
      skip(length);
    }
  }
  return found;
}

/**
 * Decodes Unicode text, or text in the program's charset: UTF-8 if it is valid, otherwise Western
 * Windows.
 */
function textOf(bytes: Buffer, isUnicode: boolean): string {
  const charset = isUnicode ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return new TextDecoder(charset).decode(bytes).replace(/\0+$/, '');
}
