import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Compressed files by their ETag, as a file server keeps them beside the originals. */
const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Returns the bytes compressed with brotli at its highest quality, which takes time for each file once. */
export function brotli(etag: string, read: () => Promise<Uint8Array>) {
  const stored = compressed.get(etag);
  if (stored) return stored;
  const made = read().then(async (bytes) => new Uint8Array(await compress(bytes)));
  // A file that could not be read is read again.
  made.catch(() => compressed.delete(etag));
  compressed.set(etag, made);
  return made;
}

/** Whether a browser takes brotli, by its `Accept-Encoding`. */
export function takesBrotli(request: Request): boolean {
  const accepted = request.headers.get('Accept-Encoding') ?? '';
  return accepted
    .split(',')
    .some((coding) => /^br\s*(;\s*q=(1|0?\.\d*[1-9]).*)?$/.test(coding.trim()));
}
