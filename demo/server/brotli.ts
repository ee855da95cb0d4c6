import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * The highest quality takes ten times as long and saves only a few percent, which is too slow for a
 * first page.
 */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Compressed files by ETag, as a file server stores them beside the originals. */
const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Returns the bytes compressed with brotli. Each file is compressed once. */
export function brotli(etag: string, read: () => Promise<Uint8Array>) {
  const stored = compressed.get(etag);
  if (stored) return stored;
  const made = read().then(async (bytes) => new Uint8Array(await compress(bytes, options)));
  // A failed read is retried the next time.
  made.catch(() => compressed.delete(etag));
  compressed.set(etag, made);
  return made;
}

/** Returns whether a browser accepts brotli, by its `Accept-Encoding`. */
export function takesBrotli(request: Request): boolean {
  const accepted = request.headers.get('Accept-Encoding') ?? '';
  return accepted
    .split(',')
    .some((coding) => /^br\s*(;\s*q=(1|0?\.\d*[1-9]).*)?$/.test(coding.trim()));
}
