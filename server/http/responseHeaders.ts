import type { Context, MiddlewareHandler } from 'hono';
import { headers as names } from '../../src/contract/endpoint.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import type { Environment } from './envelope.ts';

/** Responses are data for scripts. Browsers must not sniff, frame or run them. */
const always = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};
/** For responses that do not set their own. */
const byDefault = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Responses that were created with all headers. */
const complete = new WeakSet<Response>();

/**
 * Sets a header of the response to this request. Creating a `Headers` object costs more than the
 * whole middleware, so the headers are collected as text.
 */
export function setHeader(c: Context<Environment>, name: string, value: string): void {
  c.get('headers')[name.toLowerCase()] = value;
}

/** Creates a response with the collected headers, so that no middleware has to add any. */
export function createResponse(
  c: Context<Environment>,
  body: string | null,
  status: number,
  type?: string,
): Response {
  const { vary, ...collected } = c.get('headers');
  const headers = {
    ...(type !== undefined && { 'content-type': type }),
    ...always,
    ...byDefault,
    ...corsHeaders(c.req.header('Origin')),
    ...collected,
    vary: vary === undefined ? 'Origin' : `${vary}, Origin`,
    [names.requestId.toLowerCase()]: c.get('requestId'),
  };
  const response = new Response(body, { status, headers });
  complete.add(response);
  return response;
}

/** Adds the security headers, the CORS headers and the collected headers to every response. */
export const responseHeaders: MiddlewareHandler<Environment> = async (c, next) => {
  c.set('headers', {});
  if (isPreflight(c)) {
    Object.assign(c.get('headers'), preflightHeaders(c.req.header('Origin')));
    return createResponse(c, null, 204);
  }
  await next();
  if (complete.has(c.res)) return;
  // Sets headers on the response itself, because `c.header` would create a new response with a
  // stream.
  const { headers } = c.res;
  const { vary, ...collected } = c.get('headers');
  for (const [name, value] of Object.entries(byDefault)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  const forced = { ...always, ...corsHeaders(c.req.header('Origin')), ...collected };
  for (const [name, value] of Object.entries(forced)) headers.set(name, value);
  if (vary !== undefined) headers.append('vary', vary);
  headers.append('vary', 'Origin');
  headers.set(names.requestId, c.get('requestId'));
};
