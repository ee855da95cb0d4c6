import { isUtf8 } from 'node:buffer';
import { guessedCharset, isDecodable } from './charsetOf.ts';
import {
  boundaryOf,
  contentTypeOf,
  decoded,
  fieldsOf,
  lineAt,
  type Part,
  parted,
  type TypeField,
  unencoded,
  withType,
} from './mimePart.ts';
import { repairHead } from './repairHead.ts';
import { charsetParameter, isFile, isReadable, repairText } from './repairText.ts';

/** Maximum depth of parts. Deeper parts do not change. */
const maxPartDepth = 12;
/** A byte order mark, or blank lines of a gateway above the headers. */
const strayStart = /^(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?=[A-Za-z][\w-]*:)/;

/**
 * Returns the mail with corrected headers: the charset of each text, the boundary of each multipart,
 * and the files. With wrong values, the parser would read nothing, or replace characters that it
 * cannot decode.
 */
export function repairMime(raw: Uint8Array): Buffer {
  // Latin-1 maps each byte to one character, so that all other bytes are preserved.
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const { head, body } = repairPart(parted(withLines(text).replace(strayStart, '')), 0);
  return Buffer.from(inUtf8(head) + body, 'latin1');
}

/** Corrects line breaks, if the first one shows that a program has converted them twice. */
function withLines(text: string): string {
  const first = /\r+\n?|\n/.exec(text.slice(0, 2_000))?.[0] ?? '\n';
  if (first === '\n' || first === '\r\n') return text;
  return text.replaceAll(/\r+\n?/g, '\r\n');
}

function repairPart(original: Part, depth: number): Part {
  const part = repairHead(original, depth);
  const type = contentTypeOf(part.head);
  return type.type.startsWith('multipart/')
    ? repairMultipart(part, type, depth)
    : repairText(part, depth);
}

function repairMultipart(original: Part, type: TypeField, depth: number): Part {
  const boundary = boundaryOf(type.value);
  const part = withDelimiters(original, boundary);
  const { head, body } = part;
  const isThere = boundary !== '' && lineAt(body, `--${boundary}`, 0) >= 0;
  if (isThere) return depth < maxPartDepth ? withPieces(part, boundary, depth) : part;
  const found = /^--([^\r\n]{1,70}?)[ \t]*\r?\ncontent-/im.exec(body)?.[1];
  // The type of a report contains more information than its text.
  if (body.trim() === '' || type.type === 'multipart/report') return part;
  if (found === undefined) return { head: withType(head, 'text/plain'), body };
  const named = withType(head, `${type.type}; boundary="${found}"`);
  return withPieces({ head: named, body }, found, depth);
}

/** Decodes a multipart that was encoded as a whole, which is not allowed. */
function withDelimiters(part: Part, boundary: string): Part {
  const isEncoded = fieldsOf(part.head, 'content-transfer-encoding').length > 0;
  if (!isEncoded || boundary === '' || part.body.includes(`--${boundary}`)) return part;
  return decoded(part).includes(`--${boundary}`) ? unencoded(part) : part;
}

/** Returns a multipart with all of its parts repaired. */
function withPieces({ head, body }: Part, boundary: string, depth: number): Part {
  const isAlternative = contentTypeOf(head).type === 'multipart/alternative';
  const { before, pieces, after } = piecesOf(body, `--${boundary}`);
  const parts = pieces.map(parted);
  const hasText = parts.some((part) => /^text\/plain$/.test(contentTypeOf(part.head).type));
  const kept = parts.filter((part) => !(isAlternative && hasText && isReadable(part.head)));
  if (hasOnlyFiles(kept) && isWritten(before)) kept.unshift({ head: '\r\n', body: before });
  const repaired = kept.map((part) => {
    const { head: itsHead, body: itsBody } = repairPart(part, depth + 1);
    const end = itsBody === '' || itsBody.endsWith('\n') ? '' : '\r\n';
    return `--${boundary}\r\n${itsHead}${itsBody}${end}`;
  });
  return { head, body: [before, ...repaired, after].join('') };
}

function hasOnlyFiles(parts: readonly Part[]): boolean {
  return parts.every(({ head }) => !/^(|multipart|text)$/.test(mainTypeOf(head)) || isFile(head));
}

const mainTypeOf = (head: string) => contentTypeOf(head).type.split('/')[0] ?? '';

/** True if the text above the first part is the mail, and not a note about the format. */
function isWritten(preamble: string): boolean {
  return preamble.trim() !== '' && !/\bMIME\b/i.test(preamble);
}

/**
 * Splits the body of a multipart. `after`: the closing delimiter and the text after it. Parts after a
 * closing delimiter are also parts, because a gateway has added them.
 */
function piecesOf(
  body: string,
  delimiter: string,
): { before: string; pieces: string[]; after: string } {
  const pieces: string[] = [];
  const first = lineAt(body, delimiter, 0);
  let [start, after] = [first, ''];
  while (start >= 0) {
    const lineEnd = body.indexOf('\n', start);
    const from = lineEnd < 0 ? body.length : lineEnd + 1;
    const next = lineAt(body, delimiter, from);
    const isEnd = body.startsWith('--', start + delimiter.length);
    if (isEnd) after += body.slice(start, next < 0 ? body.length : next);
    else pieces.push(body.slice(from, next < 0 ? body.length : next));
    start = next;
  }
  return { before: body.slice(0, Math.max(0, first)), pieces, after };
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
