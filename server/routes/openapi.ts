import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { digest } from '../base/digest.ts';
import type { Environment } from '../http/envelope.ts';
import { createDocument } from '../openapi/document.ts';

interface Made {
  text: string;
  compressed: Uint8Array<ArrayBuffer>;
  tag: string;
}

/**
 * Serves the OpenAPI document to everyone. It is created and compressed once, on the first request.
 */
export function addDocument(app: Hono<Environment>, basePath: string): void {
  let made: Made | undefined;
  const address = `${basePath}openapi.json`;
  // Developers open the base URL in a browser, to see whether it is right.
  app.on('GET', [basePath, basePath.slice(0, -1)], (c) => c.redirect(address));
  app.get(address, (c) => {
    made ??= make();
    const { text, compressed, tag } = made;
    c.header('Cache-Control', 'public, max-age=300');
    c.header('ETag', tag);
    c.header('Vary', 'Accept-Encoding');
    if (c.req.header('If-None-Match')?.includes(tag)) return c.body(null, 304);
    const type = { 'Content-Type': 'application/json' };
    const takesGzip = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
    return takesGzip
      ? c.body(compressed, 200, { ...type, 'Content-Encoding': 'gzip' })
      : c.body(text, 200, type);
  });
}

function make(): Made {
  const text = JSON.stringify(createDocument());
  return {
    text,
    compressed: new Uint8Array(gzipSync(text, { level: 9 })),
    tag: `"${digest(text)}"`,
  };
}
