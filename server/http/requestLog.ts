import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { headers } from '../../src/contract/endpoint.ts';
import type { Logger } from '../base/logger.ts';
import type { Environment } from './answer.ts';

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
      path: c.req.path.slice(0, 200),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      tenant: c.get('tenantId'),
    };
    c.get('logger').info(fields, 'Request served');
  };
}
