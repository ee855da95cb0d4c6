import type { MiddlewareHandler } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import type { Environment } from './answer.ts';

/** Answers are data for scripts: never sniffed, framed, run or kept by a cache. */
export const hardening: MiddlewareHandler<Environment> = async (c, next) => {
  await next();
  // Written to the response itself: `c.header` would make another, with its body as a stream.
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  // Files have their own.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('Referrer-Policy', 'no-referrer');
};

/** Rejects a path with a stray `%` before anything tries to decode it. */
export const decodablePath: MiddlewareHandler<Environment> = async (c, next) => {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch (error) {
    throw apiErrors.malformed('The path is not correctly percent-encoded.', error);
  }
  await next();
};
