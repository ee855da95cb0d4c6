import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from '../base/logger.ts';
import { randomText } from '../base/randomText.ts';
import type { Environment } from './envelope.ts';

const idPattern = /^([\da-f-]{36}|\d{1,10}|[A-Z]{1,10}-\d{1,10})$/i;

/** Returns the path of the endpoint, with ids. Other parts can be text of a person. */
function pathOf(c: Context<Environment>): string {
  const pattern = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unknown';
  if (!pattern.includes(':')) return pattern;
  const parts = c.req.path.split('/');
  return pattern
    .split('/')
    .map((part, at) => (part.startsWith(':') && idPattern.test(parts[at] ?? '') ? parts[at] : part))
    .join('/');
}

/** Returns a logger whose lines contain the id of the request. */
export function requestLogger(c: Context<Environment>): Logger {
  return c.get('logger').child({ requestId: c.get('requestId') });
}

/**
 * Assigns an id to each request, and logs one line when it ends. The line contains no text of a
 * person.
 */
export function requestLog(logger: Logger): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const requestId = `req_${randomText(12)}`;
    const started = performance.now();
    c.set('requestId', requestId);
    c.set('logger', logger);
    await next();
    if (!logger.isLevelEnabled('info')) return;
    const fields = {
      requestId,
      method: c.req.method,
      path: pathOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      tenant: c.get('tenantId'),
    };
    logger.info(fields, 'Request finished');
  };
}
