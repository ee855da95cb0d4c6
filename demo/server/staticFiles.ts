import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { brotli, takesBrotli } from './brotli.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Pictures and fonts are already compressed. */
const isText = /^(text|application)\/|svg/;

/** The size and modification time of a file, and its own headers. */
interface StoredFile {
  size: number;
  mtimeMs: number;
  extra: Record<string, string>;
}

/** Files with a hash in their names never change, so they are looked up once. */
const hashedFiles = new Map<string, StoredFile>();

/** Bundlers add a content hash of eight or more characters before the extension. */
const hashedName = /[-.](?=[\w-]*[\dA-Z_])[\w-]{7,}\.(js|css|woff2|svg|png|webp)(\.map)?$/;

/**
 * Responds to a GET or HEAD with a file of `folder`, or returns undefined if it does not exist. For
 * a folder it serves `index.html`. `<page>.headers.json` beside a page contains its extra headers.
 */
export async function serveFile(
  request: Request,
  folder: string,
  path: string,
): Promise<Response | undefined> {
  const root = resolve(folder);
  const file = resolve(join(root, decodeURIComponent(path)));
  if (!file.startsWith(root + sep) && file !== root) return undefined;
  if (file.includes('\0') || file.endsWith('.headers.json')) return undefined;
  const found = hashedFiles.get(file) ?? (await lookUp(file));
  if (found === 'folder') {
    // Relative links of the page need the slash.
    if (!path.endsWith('/'))
      return Response.redirect(new URL(`${new URL(request.url).pathname}/`, request.url), 302);
    return serveFile(request, folder, `${path}index.html`);
  }
  if (found === undefined) return undefined;
  const isHashed = hashedName.test(file);
  if (isHashed) hashedFiles.set(file, found);

  const type = types[extname(file)] ?? 'application/octet-stream';
  const isCompressed = isText.test(type) && takesBrotli(request);
  const version = `${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}`;
  const etag = isCompressed ? `"${version}-br"` : `"${version}"`;
  const headers = new Headers({
    'Content-Type': type,
    Vary: 'Accept-Encoding',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    // Pages of other origins load the widget's chunks.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ETag: etag,
    ...found.extra,
  });
  if (request.headers.get('If-None-Match') === etag)
    return new Response(null, { status: 304, headers });
  if (isCompressed) headers.set('Content-Encoding', 'br');
  else headers.set('Content-Length', String(found.size));
  if (request.method === 'HEAD') return new Response(null, { headers });
  const read = () => readFile(file);
  const body = isCompressed ? await brotli(`${file} ${etag}`, read) : await read();
  return new Response(body, { headers });
}

async function lookUp(path: string): Promise<StoredFile | 'folder' | undefined> {
  const entry = await stat(path).catch(whenMissing);
  if (entry?.isDirectory()) return 'folder';
  if (!entry?.isFile()) return undefined;
  return { size: entry.size, mtimeMs: entry.mtimeMs, extra: await extraHeaders(path) };
}

async function extraHeaders(file: string): Promise<Record<string, string>> {
  const text = await readFile(`${file}.headers.json`, 'utf8').catch(whenMissing);
  return text === undefined ? {} : JSON.parse(text);
}

function whenMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
  throw error;
}
