import {
  boundaryOf,
  contentTypeOf,
  fieldsOf,
  fieldValue,
  lineAt,
  type Part,
  withOnly,
} from './mimePart.ts';

/**
 * Returns the part with headers that the parser understands. Programs write some of them twice, or
 * in words that are not in the standard.
 */
export function repairHead(part: Part, depth: number): Part {
  const typed = withType(part);
  return { head: withDisposition(withEncoding(typed), depth), body: part.body };
}

/**
 * Keeps the type that describes the content best: with a known boundary, or with a name. Adds the
 * semicolon before its parameters.
 */
function withType({ head, body }: Part): string {
  const fields = fieldsOf(head, 'content-type');
  const [best = ''] = fields.toSorted(
    (a, b) => weightOf(fieldValue(b), body) - weightOf(fieldValue(a), body),
  );
  const field = best.replace(/^([^:]*:\s*[\w.+-]+\/[\w.+-]+)[ \t]+(?=[\w*]+=)/, '$1; ');
  if (fields.length < 2 && field === best) return head;
  return withOnly(head, 'content-type', field.trimEnd());
}

function weightOf(value: string, body: string): number {
  const boundary = boundaryOf(value);
  if (boundary !== '' && lineAt(body, `--${boundary}`, 0) >= 0) return 2;
  return name.test(value) ? 1 : 0;
}

function withEncoding(head: string): string {
  const fields = fieldsOf(head, 'content-transfer-encoding');
  const values = fields.map((field) => fieldValue(field).toLowerCase());
  const encoding = values.map(encodingOf).find((name) => name !== undefined);
  if (encoding === undefined || (values.length === 1 && values[0] === encoding)) return head;
  return withOnly(head, 'content-transfer-encoding', `Content-Transfer-Encoding: ${encoding}`);
}

function encodingOf(value: string): string | undefined {
  if (/^["']?base-?64/.test(value)) return 'base64';
  return /^["']?quoted-?printable/.test(value) ? 'quoted-printable' : undefined;
}

/**
 * Returns a head whose disposition is inline or attachment. A text without a name is not a file: it
 * is the mail, or a piece of it.
 */
function withDisposition(head: string, depth: number): string {
  const fields = fieldsOf(head, 'content-disposition');
  if (fields.length === 0) return head;
  const values = fields.map(fieldValue);
  const value = values.find((one) => fileName.test(one)) ?? values.find(isFile) ?? values[0] ?? '';
  const { type, value: typeValue } = contentTypeOf(head);
  const isNamed = fileName.test(value) || name.test(typeValue);
  const isKnown = /^["']?(attachment|inline)\b/i.test(value);
  const isOfMail = /^(text\/(plain|html))?$/.test(type) && !isNamed && (depth === 0 || !isKnown);
  if (fields.length === 1 && isKnown && !isOfMail) return head;
  if (isOfMail) return withOnly(head, 'content-disposition');
  const kind = values.some(isFile) || !isKnown ? 'attachment' : 'inline';
  const at = value.search(fileName);
  const parameters = at < 0 ? '' : `; ${value.slice(at)}`;
  return withOnly(head, 'content-disposition', `Content-Disposition: ${kind}${parameters}`);
}

const name = /\bname\*?\d?\*?\s*=/i;
const fileName = /\bfilename\*?\d?\*?\s*=/i;
const isFile = (value: string) => /^["']?attachment\b/i.test(value);
