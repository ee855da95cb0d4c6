import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { headers } from '../../src/contract/endpoint.ts';
import type { Logger } from '../base/logger.ts';
import type { Environment } from './answer.ts';

const idPattern = /^([\da-f-]{36}|\d{1,10}|[A-Z]{1,10}-\d{1,10})$/i;

/** Returns the path of the endpoint, with ids. Other parts can be text of a person. */
function pathOf(c: Context<Environment>): string {
  const pattern = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unknown';
  const given = c.req.path.split('/');
  return pattern
    .split('/')
    .map((part, at) => (part.startsWith(':') && idPattern.test(given[at] ?? '') ? given[at] : part))
    .join('/');
}

/**
 * Assigns an id to each request, and logs one line when it ends. The line contains no text of a
 * person.
 */
export function requestLog(logger: Logger): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const requestId = `req_${randomBytes(12).toString('base64url')}`;
    const started = performance.now();
    c.set('requestId', requestId);
    c.set('logger', logger.child({ requestId }));
    await next();
    c.res.headers.set(headers.requestId, requestId);
    const fields = {
      method: c.req.method,
      path: pathOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      tenant: c.get('tenantId'),
    };
    c.get('logger').info(fields, 'Request served');
  };
}
