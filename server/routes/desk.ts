import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { Environment } from '../http/envelope.ts';

/** The path of the desk, without a trailing slash. */
export const deskPath = '/desk';

/**
 * The desk only runs its own code and only calls this server. Articles can show pictures from other
 * hosts.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Bundlers add a hash of the content to file names. */
const hashed = /-[\w-]{8}\.(js|css|svg)$/;

/** The folder with the built pages of this package. This file is compiled to `dist/server/routes`. */
export const deskFolder = (): string => fileURLToPath(new URL('../../desk/', import.meta.url));

/**
 * Serves the pages of the team from the built folder. The pages are public; each API call checks
 * permissions.
 */
export function addDesk(app: Hono<Environment>, folder: string): void {
  app.get('/', (c) => c.redirect(`${deskPath}/`));
  app.get(deskPath, (c) => c.redirect(`${deskPath}/`, 301));
  app.use(`${deskPath}/*`, async (c, next) => {
    await next();
    if (!c.res.ok) return;
    c.res.headers.set('Content-Security-Policy', policy);
    const isHashed = hashed.test(c.req.path);
    c.res.headers.set(
      'Cache-Control',
      isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  });
  app.get(
    `${deskPath}/*`,
    serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(deskPath.length) }),
  );
}
