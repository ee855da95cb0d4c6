import { isUtf8 } from 'node:buffer';
import { charsetOf, isDecodable } from './charsetOf.ts';
import { plainOfEnriched } from './enrichedText.ts';
import { contentTypeOf, decoded, type Part, unencoded, withType } from './mimePart.ts';
import { decodeUtf7, isUtf7 } from './utf7.ts';

export const charsetParameter = /;\s*charset\s*=\s*("[^"]*"|[^;\s]*)/i;
const namedInline = /^(content-disposition[ \t]*:\s*)inline(?=[^\n]*(?:\n[ \t][^\n]*)*filename)/im;
const enriched = /^text\/(enriched|richtext)$/;
/** Text types that the parser treats as files. */
const readable = /^text\/(enriched|richtext|markdown|x-markdown|x-web-markdown)$/;

/** True for a text that another text of the same alternatives replaces. */
export function isReadable(head: string): boolean {
  return readable.test(contentTypeOf(head).type) && !isFile(head);
}

/** True for the head of a file: a part with a name, or one that is marked as attached. */
export function isFile(head: string): boolean {
  return (
    /^content-disposition[ \t]*:\s*attachment/im.test(head) ||
    /\bname\*?=/i.test(contentTypeOf(head).value)
  );
}

/**
 * Returns a text whose type and charset the parser understands. `depth`: the number of parts
 * around it.
 */
export function repairText(original: Part, depth: number): Part {
  const part = withTrueEncoding(original);
  const { head, body } = part;
  const { value, type } = contentTypeOf(head);
  const isText = /^text\/(plain|html)$/.test(type);
  if (isText && depth > 0 && namedInline.test(head)) {
    // A text with a file name is a file, even if it is marked as inline.
    return { head: head.replace(namedInline, '$1attachment'), body };
  }
  const isMistaken = !type.includes('/') || readable.test(type);
  if (isFile(head) || !(isText || isMistaken)) return part;
  const parameter = charsetParameter.exec(value)?.[1]?.replaceAll(/["']/g, '') ?? '';
  if (isText && isUtf7(parameter)) {
    return asUtf8(part, value, decodeUtf7(decoded(part).toString('latin1')));
  }
  const charset = charsetOf(decoded(part), parameter);
  if (enriched.test(type)) return fromEnriched(part, charset ?? (parameter || 'utf-8'));
  if (charset === undefined && (isText || value === '')) return part;
  const [, ...parameters] = value.replace(charsetParameter, '').split(';');
  const shown = type === 'html' ? 'text/html' : 'text/plain';
  const all = [
    isText ? type : shown,
    ...parameters,
    ` charset=${charset ?? (parameter || 'utf-8')}`,
  ];
  return { head: withType(head, all.join(';')), body };
}

/** Removes the encoding from a head that calls a plain text base64. */
function withTrueEncoding(part: Part): Part {
  const isEncoded = /^content-transfer-encoding[ \t]*:\s*base64/im.test(part.head);
  // Base64 has no spaces between words.
  if (!isEncoded || !/\S[ \t]+\S/.test(part.body) || isUtf8(decoded(part))) return part;
  return { head: unencoded(part).head, body: part.body };
}

function fromEnriched(part: Part, charset: string): Part {
  const text = new TextDecoder(isDecodable(charset) ? charset : 'utf-8').decode(decoded(part));
  return asUtf8(part, 'text/plain', plainOfEnriched(text));
}

/** Replaces the text of a part, because the parser does not support its charset or format. */
function asUtf8(part: Part, value: string, text: string): Part {
  const type = `${value.replace(charsetParameter, '')}; charset=utf-8`;
  const { head } = unencoded(part);
  return { head: withType(head, type), body: Buffer.from(text).toString('latin1') };
}
