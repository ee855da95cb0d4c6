import { headers } from '../../src/contract/endpoint.ts';
import type { RequestContext } from './envelope.ts';

const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'If-None-Match',
  headers.idempotencyKey,
  headers.proof,
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

const exposed = exposedHeaders.join(', ');
const preflight = {
  'access-control-allow-headers': allowedHeaders.join(', '),
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-max-age': '7200',
};

export function isPreflight({ req }: RequestContext): boolean {
  return req.method === 'OPTIONS' && req.header('Access-Control-Request-Method') !== undefined;
}

/** The origin `null` (sandboxed frames, files) identifies no one and gets no headers. */
const isNamed = (origin: string | undefined): origin is string =>
  origin !== undefined && origin !== 'null';

/**
 * Returns the headers with which a page of the origin can read a response. The request is checked
 * against the key's origins. API errors also have these headers, so that a page can read the
 * reason. They contain no data, and credentials are never allowed.
 */
export function corsHeaders(origin: string | undefined): Record<string, string> {
  return isNamed(origin)
    ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed }
    : {};
}

/** A preflight has no key, so the response is the same for every origin. */
export function preflightHeaders(origin: string | undefined): Record<string, string> {
  return isNamed(origin) ? preflight : {};
}
