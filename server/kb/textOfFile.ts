import { isUtf8 } from 'node:buffer';
import { ArticleFault } from './articleFault.ts';

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, or else windows-1252, which old editors
 * use.
 *
 * @throws ArticleFault if it is not a text
 */
export function textOfFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (bytes.includes(0)) throw new ArticleFault('The file is not text.', 1);
  return new TextDecoder('windows-1252').decode(bytes);
}
