import type { MiddlewareHandler } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import type { Environment } from './answer.ts';

/** Responses are data for scripts. Browsers must not sniff, frame, run or cache them. */
export const hardening: MiddlewareHandler<Environment> = async (c, next) => {
  await next();
  // Sets headers on the response itself, because `c.header` would create a new response with a
  // stream.
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  // Files set their own header.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('Referrer-Policy', 'no-referrer');
};

/** Rejects a path with an invalid `%` sequence before it is decoded. */
export const decodablePath: MiddlewareHandler<Environment> = async (c, next) => {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch (error) {
    throw apiErrors.malformed('The path is not correctly percent-encoded.', error);
  }
  await next();
};
