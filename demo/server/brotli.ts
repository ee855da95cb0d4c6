import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** The highest quality takes ten times as long for a few per cent less: too long for a first page. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Compressed files by their ETag, as a file server keeps them beside the originals. */
const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Returns the bytes compressed with brotli. Each file is compressed once. */
export function brotli(etag: string, read: () => Promise<Uint8Array>) {
  const stored = compressed.get(etag);
  if (stored) return stored;
  const made = read().then(async (bytes) => new Uint8Array(await compress(bytes, options)));
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
