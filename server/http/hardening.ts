import type { MiddlewareHandler } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import type { Environment } from './answer.ts';

/** Answers are data for scripts: never sniffed, framed, run or kept by a cache. */
export const hardening: MiddlewareHandler<Environment> = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  // Files have their own.
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  if (!c.res.headers.has('Content-Security-Policy')) {
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('Referrer-Policy', 'no-referrer');
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
