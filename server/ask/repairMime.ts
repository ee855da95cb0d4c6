import { isUtf8 } from 'node:buffer';
import { charsetOf, guessedCharset, isDecodable } from './charsetOf.ts';
import { decodeUtf7, isUtf7 } from './utf7.ts';

/** Maximum depth of parts. Deeper parts do not change. */
const maxPartDepth = 12;
const contentType = /^content-type[ \t]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*/im;
const charsetParameter = /;\s*charset\s*=\s*("[^"]*"|[^;\s]*)/i;
const transferEncoding = /^content-transfer-encoding[ \t]*:[^\n]*\n/im;
const namedInline = /^(content-disposition[ \t]*:\s*)inline(?=[^\n]*(?:\n[ \t][^\n]*)*filename)/im;
/** Text types that the parser treats as files. */
const readable = /^text\/(enriched|richtext|markdown|x-markdown|x-web-markdown)$/;

interface Part {
  /** The headers, including the blank line after them. */
  head: string;
  body: string;
}

interface TypeField {
  /** The field as written in the head; empty if it is missing. */
  field: string;
  /** The value on one line. */
  value: string;
  /** The media type, such as `text/plain`; empty if it is missing. */
  type: string;
}

/**
 * Returns the mail with corrected headers: the charset of each text, and the boundary of each
 * multipart. With wrong values, the parser would read nothing, or replace characters that it cannot
 * decode.
 */
export function repairMime(raw: Uint8Array): Buffer {
  // Latin-1 maps each byte to one character, so that all other bytes are preserved.
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const { head, body } = repairPart(parted(text), 0);
  return Buffer.from(inUtf8(head) + body, 'latin1');
}

function parted(text: string): Part {
  const end = /^\r?\n|\n\r?\n/.exec(text);
  const at = end === null ? text.length : end.index + end[0].length;
  return { head: text.slice(0, at), body: text.slice(at) };
}

function repairPart(part: Part, depth: number): Part {
  const type = contentTypeOf(part.head);
  return type.type.startsWith('multipart/')
    ? repairMultipart(part, type, depth)
    : repairText(part, type, depth);
}

function contentTypeOf(head: string): TypeField {
  const field = contentType.exec(head)?.[0] ?? '';
  const value = field
    .slice(field.indexOf(':') + 1)
    .replaceAll(/\r?\n/g, '')
    .trim();
  return { field, value, type: value.split(';')[0]?.trim().toLowerCase() ?? '' };
}

function repairText(original: Part, { field, value, type }: TypeField, depth: number): Part {
  const part = withTrueEncoding(original);
  const { head, body } = part;
  const isText = /^text\/(plain|html)$/.test(type);
  if (isText && depth > 0 && namedInline.test(head)) {
    // A text with a file name is a file, even if it is marked as inline.
    return { head: head.replace(namedInline, '$1attachment'), body };
  }
  const isFile =
    /^content-disposition[ \t]*:\s*attachment/im.test(head) || /\bname\*?=/i.test(value);
  const isMistaken = !type.includes('/') || (readable.test(type) && !isFile);
  if (isFile || !(isText || isMistaken)) return part;
  const parameter = charsetParameter.exec(value)?.[1] ?? '';
  if (isText && isUtf7(parameter)) return asUtf8(part, field, value);
  const charset = charsetOf(decoded(part), parameter.replaceAll(/["']/g, ''));
  if (charset === undefined && (isText || field === '')) return part;
  const [, ...parameters] = value.replace(charsetParameter, '').split(';');
  const label = charset ?? (parameter || 'utf-8');
  const all = [isText ? type : 'text/plain', ...parameters, ` charset=${label}`];
  return { head: withField(head, field, all.join(';')), body };
}

/** Removes the encoding from a head that calls a plain text base64. */
function withTrueEncoding(part: Part): Part {
  const isEncoded = /^content-transfer-encoding[ \t]*:\s*base64/im.test(part.head);
  // Base64 has no spaces between words.
  if (!isEncoded || !/\S[ \t]+\S/.test(part.body) || isUtf8(decoded(part))) return part;
  return { head: part.head.replace(transferEncoding, ''), body: part.body };
}

/** Converts a UTF-7 text to UTF-8, because the parser does not support UTF-7. */
function asUtf8(part: Part, field: string, value: string): Part {
  const text = decodeUtf7(Buffer.from(decoded(part)).toString('latin1'));
  const type = `${value.replace(charsetParameter, '')}; charset=utf-8`;
  const head = withField(part.head.replace(transferEncoding, ''), field, type);
  return { head, body: Buffer.from(text).toString('latin1') };
}

function repairMultipart(part: Part, { field, value, type }: TypeField, depth: number): Part {
  const { head, body } = part;
  const named = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(value);
  const parameter = named?.[1] ?? named?.[2] ?? '';
  const isThere = parameter !== '' && lineAt(body, `--${parameter}`, 0) >= 0;
  if (isThere)
    return depth < maxPartDepth ? { head, body: repairPieces(body, parameter, depth) } : part;
  const found = /^--([^\r\n]{1,70}?)[ \t]*\r?\ncontent-/im.exec(body)?.[1];
  // The type of a report contains more information than its text.
  if (body.trim() === '' || type === 'multipart/report') return part;
  if (found === undefined) return { head: withField(head, field, 'text/plain'), body };
  return {
    head: withField(head, field, `${type}; boundary="${found}"`),
    body: repairPieces(body, found, depth),
  };
}

/** Returns the body with all of its parts repaired. */
function repairPieces(body: string, boundary: string, depth: number): string {
  const delimiter = `--${boundary}`;
  const pieces: string[] = [];
  let from = 0;
  let isPart = false;
  for (let start = lineAt(body, delimiter, 0); start >= 0; ) {
    pieces.push(isPart ? repaired(body.slice(from, start), depth) : body.slice(from, start));
    const lineEnd = body.indexOf('\n', start);
    from = lineEnd < 0 ? body.length : lineEnd + 1;
    pieces.push(body.slice(start, from));
    isPart = !body.startsWith('--', start + delimiter.length);
    start = isPart ? lineAt(body, delimiter, from) : -1;
  }
  const rest = body.slice(from);
  return [...pieces, isPart ? repaired(rest, depth) : rest].join('');
}

function repaired(text: string, depth: number): string {
  const { head, body } = repairPart(parted(text), depth + 1);
  return head + body;
}

/** Returns the position of the next line with this delimiter, or -1. */
function lineAt(text: string, delimiter: string, from: number): number {
  for (let at = text.indexOf(delimiter, from); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    const isStart = at === 0 || text[at - 1] === '\n';
    if (
      isStart &&
      /^(--)?[ \t]*(\r|\n|$)/.test(text.slice(at + delimiter.length, at + delimiter.length + 80))
    )
      return at;
  }
  return -1;
}

/** Returns the bytes of a text without its transfer encoding. */
function decoded({ head, body }: Part): Uint8Array {
  const encoding = /^content-transfer-encoding[ \t]*:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(text, 'latin1');
}

function withField(head: string, field: string, value: string): string {
  const line = `Content-Type: ${value}\r\n`;
  return field === '' ? line + head : head.replace(field, () => line);
}

/** Converts headers to UTF-8 if a program wrote them in the charset of the text. */
function inUtf8(head: string): string {
  const bytes = Buffer.from(head, 'latin1');
  if (isUtf8(bytes)) return head;
  const named =
    charsetParameter.exec(contentTypeOf(head).value)?.[1]?.replaceAll(/["']/g, '') ?? '';
  const charset = isDecodable(named) && !/^utf-?8$/i.test(named) ? named : guessedCharset(bytes);
  return Buffer.from(new TextDecoder(charset).decode(bytes)).toString('latin1');
}
