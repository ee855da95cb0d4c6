/** A part of a mail, or the mail itself. Each character is one byte. */
export interface Part {
  /** The headers, including the blank line after them. */
  head: string;
  body: string;
}

export interface TypeField {
  /** The value on one line; empty if the field is missing. */
  value: string;
  /** The media type, such as `text/plain`; empty if it is missing. */
  type: string;
}

const notAHeader = /^(?![\w-]+[ \t]*:|[ \t]|From |>From )[^\r\n]*\S/m;

/**
 * Splits a text into its headers and its body. If no blank line separates them, the body begins at
 * the first line that is no header.
 */
export function parted(text: string): Part {
  const end = /^\r?\n|\n\r?\n/.exec(text);
  const at = end === null ? text.length : end.index + end[0].length;
  const part = { head: text.slice(0, at), body: text.slice(at) };
  const start = part.body.trim() === '' ? part.head.search(notAHeader) : -1;
  if (start <= 0) return part;
  return { head: `${part.head.slice(0, start)}\r\n`, body: part.head.slice(start) };
}

/** Maximum number of fields of one name that are compared. */
const maxDuplicates = 10;

/** Matches the fields of a name, including their continuation lines. */
function pattern(name: string): RegExp {
  return new RegExp(`^${name}[ \\t]*:[^\\n]*\\n?(?:[ \\t][^\\n]*\\n?)*`, 'gim');
}

/** Returns the fields of a name as written in the head, such as both of a duplicate. */
export function fieldsOf(head: string, name: string): string[] {
  return head.match(pattern(name))?.slice(0, maxDuplicates) ?? [];
}

/** Returns the head with one field of a name: `line`, or none. */
export function withOnly(head: string, name: string, line?: string): string {
  const rest = head.replaceAll(pattern(name), '');
  return line === undefined ? rest : `${line}\r\n${rest}`;
}

/** Returns the value of a field on one line. */
export function fieldValue(field: string): string {
  return field
    .slice(field.indexOf(':') + 1)
    .replaceAll(/\r?\n/g, '')
    .trim();
}

export function contentTypeOf(head: string): TypeField {
  const [field = ''] = fieldsOf(head, 'content-type');
  const value = fieldValue(field);
  return { value, type: value.split(';')[0]?.trim().toLowerCase() ?? '' };
}

export function withType(head: string, value: string): string {
  return withOnly(head, 'content-type', `Content-Type: ${value}`);
}

/** Returns the bytes of a part without its transfer encoding. */
export function decoded({ head, body }: Part): Buffer {
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

/** Replaces the body with its decoded bytes. */
export function unencoded(part: Part): Part {
  const head = withOnly(part.head, 'content-transfer-encoding');
  return { head, body: decoded(part).toString('latin1') };
}

/** Returns the position of the next line with this delimiter, or -1. */
export function lineAt(text: string, delimiter: string, from: number): number {
  for (let at = text.indexOf(delimiter, from); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    const isStart = at === 0 || text[at - 1] === '\n';
    const after = text.slice(at + delimiter.length, at + delimiter.length + 80);
    if (isStart && /^(--)?[ \t]*(\r|\n|$)/.test(after)) return at;
  }
  return -1;
}

/** Returns the delimiter between the parts of a multipart; empty if none is declared. */
export function boundaryOf(value: string): string {
  const named = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;\s]*))/i.exec(value);
  return named?.[1] ?? named?.[2] ?? '';
}
