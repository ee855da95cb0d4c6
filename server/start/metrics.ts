import { timingSafeEqual } from 'node:crypto';
import type { Hono, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import { type Environment, fail } from '../http/envelope.ts';
import type { Metrics } from '../metrics/port.ts';

export interface MetricsAccess {
  metrics: Metrics;
  /** The required bearer token. */
  token: string;
}

/** Measures the duration of each request, by the path of its route. */
export function timeRequests({ metrics }: MetricsAccess): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const route = routePath(c, -1);
    const labels = { method: c.req.method, status: c.res.status };
    // Requests without a route share one label, so that made-up paths create no new time series.
    const known = route.endsWith('*') ? 'none' : route;
    metrics.request({ ...labels, route: known }, (performance.now() - began) / 1_000);
  };
}

export function addMetrics(app: Hono<Environment>, { metrics, token }: MetricsAccess): void {
  const expected = Buffer.from(digest(`Bearer ${token}`));
  app.on('GET', ['/metrics', '/v1/metrics'], async (c) => {
    const received = Buffer.from(digest(c.req.header('Authorization') ?? ''));
    if (!timingSafeEqual(received, expected)) {
      return fail(
        c,
        apiErrors.authenticationRequired(
          'The token is missing or wrong. Send the METRICS_TOKEN of the server: Authorization: Bearer …',
        ),
      );
    }
    const { type, text } = await metrics.read();
    return c.body(text, 200, { 'Content-Type': type });
  });
}
