import { expect, test } from 'vitest';
import {
  agentEndpoints,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import { apiErrorOf, createTestApp } from './support/api.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

test.each(Object.entries({ ...endpoints, ...eventEndpoints, ...lateEndpoints, ...agentEndpoints }))(
  'the app has a route for %s',
  async (_name, endpoint) => {
    const path = `/v1/${endpoint.path.replaceAll(/\{\w+\}/g, 'x')}`;
    const response = await createTestApp(database).request(path, { method: endpoint.method });
    // It was found, and requires authentication.
    expect(await apiErrorOf(response)).toMatchObject({
      status: 401,
      code: 'AUTHENTICATION_REQUIRED',
    });
  },
);

test('an unknown path is answered with an error in the envelope', async () => {
  const app = createTestApp(database);
  for (const path of ['/', '/v1/x', '/v1/support', '/v2/support/config', '/v1/support/config/']) {
    expect(await apiErrorOf(await app.request(path))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  }
});

test('a wrong method is rejected, and the allowed ones are listed', async () => {
  const app = createTestApp(database);
  const response = await app.request('/v1/support/tickets', { method: 'DELETE' });
  expect(response.headers.get('Allow')).toBe('POST, GET, HEAD, OPTIONS');
  expect(await apiErrorOf(response)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  const options = await app.request('/v1/support/config', { method: 'OPTIONS' });
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
});

test('a path that cannot be decoded is rejected', async () => {
  const app = createTestApp(database);
  for (const path of ['/v1/support/tickets/%', '/%zz', '/v1/support/tickets/%ff', '/%']) {
    const apiError = await apiErrorOf(await app.request(path));
    expect(apiError).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
  }
});

test('the request id is created by the server, whatever the caller sends', async () => {
  const response = await createTestApp(database).request('/healthz', {
    headers: { 'X-Request-Id': 'req_mine' },
  });
  expect(response.headers.get('X-Request-Id')).toMatch(/^req_[\w-]{16}$/);
});

test('responses cannot be sniffed, framed or cached', async () => {
  const { headers } = await createTestApp(database).request('/v1/support/config');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

test('HEAD is GET without its body', async () => {
  const response = await createTestApp(database).request('/readyz', { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test.each(['/healthz', '/readyz', '/v1/healthz', '/v1/readyz'])('%s responds', async (path) => {
  expect((await createTestApp(database).request(path)).status).toBe(200);
});
