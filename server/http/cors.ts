import type { MiddlewareHandler } from 'hono';
import { headers } from '../../src/contract/endpoint.ts';
import type { Environment } from './answer.ts';

const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'If-None-Match',
  headers.idempotencyKey,
  headers.visitor,
  headers.identity,
  headers.fileName,
];
const exposedHeaders = [
  headers.requestId,
  'ETag',
  'Retry-After',
  'Idempotent-Replayed',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
];

/**
 * A preflight has no key, so the response is the same for every origin. The actual request is
 * checked against the key's origins. API errors also have CORS headers, so that a page can read the
 * reason. They contain no data, and credentials are never allowed. The origin `null` (sandboxed
 * frames, files) identifies no one and gets no headers.
 */
export const cors: MiddlewareHandler<Environment> = async (c, next) => {
  const origin = c.req.header('Origin');
  const isPreflight =
    c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined;
  if (isPreflight) c.res = new Response(null, { status: 204 });
  else await next();
  c.res.headers.append('Vary', 'Origin');
  if (origin === undefined || origin === 'null') return;
  c.res.headers.set('Access-Control-Allow-Origin', origin);
  c.res.headers.set('Access-Control-Expose-Headers', exposedHeaders.join(', '));
  if (isPreflight) {
    c.res.headers.set('Access-Control-Allow-Headers', allowedHeaders.join(', '));
    c.res.headers.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
    c.res.headers.set('Access-Control-Max-Age', '7200');
  }
};
