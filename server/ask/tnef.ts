import { isUtf8 } from 'node:buffer';
import { decompressRtf } from './compressedRtf.ts';
import type { MailFile } from './inboundMail.ts';
import { readRtf } from './readRtf.ts';
import { charsetOfCodePage } from './rtfCharsets.ts';

/** The content of a `winmail.dat`. */
export interface Tnef {
  text: string;
  html: string;
  files: MailFile[];
  /** Charset of the program that wrote it, for texts that are not Unicode. */
  charset: string;
  /** True if its end is missing, or a part of it is damaged. */
  isTruncated: boolean;
}

/** Attributes of TNEF ([MS-OXTNEF]). */
const newFile = 0x00069002;
const fileTitle = 0x00018010;
const fileData = 0x0006800f;
const fileProperties = 0x00069005;
const messageText = 0x0002800c;
const messageProperties = 0x00069003;
const codePage = 0x00069007;

/** Properties of MAPI. */
const bodyText = 0x1000;
const bodyRtf = 0x1009;
const bodyHtml = 0x1013;
const longFileName = 0x3707;
const fixedSizes: Partial<Record<number, number>> = { 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 };
const unicode = 31;
/** Limit of the formatted text. Bytes. */
const maxRtfBytes = 2_000_000;
const ofLength = new Set([13, 30, unicode, 258]);

/**
 * Reads TNEF, the format in which Outlook and Exchange wrap mails for each other. It ignores
 * nested mails.
 * @throws RangeError if it is not TNEF
 */
export function readTnef(content: Uint8Array): Tnef {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (bytes.readUInt32LE(0) !== 0x223e9f78)
    throw new RangeError('The file does not begin with the TNEF signature.');
  const read: Tnef = { text: '', html: '', files: [], charset: 'windows-1252', isTruncated: false };
  for (let at = 6; at + 9 <= bytes.length; ) {
    const id = bytes.readUInt32LE(at + 1);
    const end = at + 9 + bytes.readUInt32LE(at + 5);
    if (end > bytes.length) {
      read.isTruncated = true;
      break;
    }
    try {
      addAttribute(read, id, bytes.subarray(at + 9, end));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      read.isTruncated = true; // the other attributes can be read
    }
    at = end + 2; // skips the checksum
  }
  return { ...read, files: read.files.filter((file) => file.content.length > 0) };
}

function addAttribute(read: Tnef, id: number, value: Buffer): void {
  const file = read.files.at(-1);
  if (id === newFile) {
    read.files.push({ name: 'file', content: Buffer.alloc(0), isInline: false });
  } else if (id === codePage && value.length >= 4) {
    read.charset = charsetOfCodePage(value.readUInt32LE(0));
  } else if (id === messageText) {
    read.text = textOf(value, read.charset);
  } else if (id === messageProperties) {
    addTexts(read, propertiesOf(value));
  } else if (file === undefined) {
    return;
  } else if (id === fileTitle) {
    file.name = textOf(value, read.charset);
  } else if (id === fileData) {
    file.content = value;
  } else if (id === fileProperties) {
    file.name = textIn(propertiesOf(value), longFileName, read.charset) || file.name;
  }
}

/** Adds the texts of the mail. The formatted text counts if there is no other one. */
function addTexts(read: Tnef, properties: Properties): void {
  read.text ||= textIn(properties, bodyText, read.charset);
  read.html ||= textIn(properties, bodyHtml, read.charset);
  const rtf = properties.get(bodyRtf)?.bytes;
  if (rtf === undefined || read.text.trim() !== '' || read.html !== '') return;
  const { content, isHtml } = readRtf(decompressRtf(rtf, maxRtfBytes));
  read[isHtml ? 'html' : 'text'] = content;
}

type Properties = ReadonlyMap<number, { bytes: Buffer; isUnicode: boolean }>;

function textIn(properties: Properties, id: number, charset: string): string {
  const found = properties.get(id);
  return found === undefined ? '' : textOf(found.bytes, found.isUnicode ? 'utf-16le' : charset);
}

/** Returns the texts of a list of properties, by property number. */
function propertiesOf(bytes: Buffer): Properties {
  const found = new Map<number, { bytes: Buffer; isUnicode: boolean }>();
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
        found.set(id, { bytes: bytes.subarray(at, at + length), isUnicode: type === unicode });
      if (at + length > bytes.length) throw new RangeError('A property is truncated.');
      skip(length);
    }
  }
  return found;
}

/** Decodes a text. Programs also write UTF-8 where their charset is another one. */
function textOf(bytes: Buffer, charset: string): string {
  const isOther = charset !== 'utf-16le' && isUtf8(bytes);
  return new TextDecoder(isOther ? 'utf-8' : charset).decode(bytes).replace(/\0+$/, '');
}
