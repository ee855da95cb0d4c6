import type { MiddlewareHandler } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import type { Environment } from './envelope.ts';

/** Rejects a path with an invalid `%` sequence before it is decoded. */
export const decodablePath: MiddlewareHandler<Environment> = (c, next) => {
  if (c.req.url.includes('%')) checkPath(c.req.url);
  return next();
};

function checkPath(url: string): void {
  try {
    decodeURIComponent(new URL(url).pathname);
  } catch (error) {
    throw apiErrors.malformed(
      'The path is not correctly percent-encoded. Encode the ids in it.',
      error,
    );
  }
}
