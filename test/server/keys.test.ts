import { expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { inScope } from '../../server/db/scope.ts';
import { isAllowedOrigin } from '../../server/http/origins.ts';
import { TenantConfig } from '../../src/contract/config.ts';
import { apiErrorOf, createTestApp, dataOf, draft, get, headersOf, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const config = '/v1/support/config';

test('a key returns the settings of its own tenant', async () => {
  const app = createTestApp(database);
  for (const name of ['One', 'Two']) {
    const { publishableKey } = await createTenant(database.kysely, { name });
    const response = await get(app, { key: publishableKey }, 'support/config?locale=en');
    expect(await dataOf(response, TenantConfig)).toMatchObject({
      name,
      email: 'help@acme.example',
      categories: expect.arrayContaining([{ id: 'technical' }]),
    });
  }
});

test('a missing or wrong key gets no data', async () => {
  const app = createTestApp(database);
  expect(await apiErrorOf(await app.request(config))).toMatchObject({
    status: 401,
    code: 'AUTHENTICATION_REQUIRED',
  });
  const wrong = [
    'Bearer pk_unknown',
    'Bearer ',
    'Basic YTpi',
    'pk_test',
    `Bearer ${'x'.repeat(9_999)}`,
  ];
  for (const Authorization of wrong) {
    const response = await app.request(config, { headers: { Authorization } });
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await apiErrorOf(response)).toMatchObject({ status: 401, code: 'INVALID_KEY' });
  }
});

async function revoke(tenantId: string): Promise<void> {
  await inScope(database.kysely, { actor: 'operator', tenantId }, (trx) =>
    trx.updateTable('api_keys').set({ revoked_at: new Date() }).execute(),
  );
}

test('a revoked key is rejected', async () => {
  const app = createTestApp(database);
  const { id, publishableKey: key } = await createTenant(database.kysely);
  expect((await get(app, { key }, 'support/config')).status).toBe(200);
  await revoke(id);
  expect(await apiErrorOf(await get(app, { key }, 'support/config'))).toMatchObject({
    status: 401,
    code: 'INVALID_KEY',
  });
});

test('a revoked key is cached no longer than documented', async () => {
  const app = createTestApp(database, { keyCacheMs: 40 });
  const { id, publishableKey: key } = await createTenant(database.kysely);
  await get(app, { key }, 'support/config');
  await revoke(id);
  await expect
    .poll(async () => (await get(app, { key }, 'support/config')).status, { interval: 10 })
    .toBe(401);
});

test('a secret key is rejected from a browser, and accepted from a server', async () => {
  const app = createTestApp(database);
  const { secretKey: key } = await createTenant(database.kysely, { allowed_origins: ['*'] });
  expect((await get(app, { key }, 'support/config')).status).toBe(200);
  const headers = { ...headersOf({ key }), Origin: 'https://app.acme.example' };
  expect(await apiErrorOf(await app.request(config, { headers }))).toMatchObject({
    status: 403,
    code: 'PERMISSION_DENIED',
  });
});

test('a publishable key works only on the allowed origins', async () => {
  const app = createTestApp(database);
  const { publishableKey: key } = await createTenant(database.kysely);
  const requestFrom = (Origin: string) =>
    app.request(config, { headers: { ...headersOf({ key }), Origin } });
  const allowed = await requestFrom('https://app.acme.example');
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://app.acme.example');
  expect(allowed.headers.get('Vary')).toContain('Origin');
  expect(allowed.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  for (const origin of ['https://evil.example', 'http://app.acme.example', 'null']) {
    const rejected = await requestFrom(origin);
    expect(rejected.headers.get('Access-Control-Allow-Origin')).toBe(
      origin === 'null' ? null : origin,
    );
    expect(await apiErrorOf(rejected)).toMatchObject({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
  }
});

test('a preflight is answered without a key, and gives no access', async () => {
  const response = await createTestApp(database).request('/v1/support/tickets', {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://anywhere.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key,x-visitor-id',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://anywhere.example');
  expect(response.headers.get('Access-Control-Allow-Headers')).toBe(
    'Authorization, Content-Type, If-None-Match, Idempotency-Key, X-Proof-Of-Work, X-Visitor-Id, X-Visitor-Token, X-File-Name',
  );
  expect(response.headers.get('Access-Control-Max-Age')).toBe('7200');
  expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
});

test.each([
  ['https://app.example.com', 'https://app.example.com', true],
  ['https://app.example.com', 'https://app.example.com.evil.example', false],
  ['https://*.example.com', 'https://a.example.com', true],
  ['https://*.example.com', 'https://a.b.example.com', true],
  ['https://*.example.com', 'https://example.com', false],
  ['https://*.example.com', 'https://evilexample.com', false],
  ['https://*.example.com', 'http://a.example.com', false],
  ['https://*.example.com', 'https://evil.example/.example.com', false],
  ['https://*.example.com', 'https://.example.com', false],
  ['http://localhost:*', 'http://localhost:5173', true],
  ['http://localhost:*', 'http://localhost', true],
  ['http://localhost:*', 'http://localhost.evil.example:80', false],
  ['http://localhost:*', 'https://localhost:5173', false],
  ['*', 'https://anything.example', true],
  ['*', 'null', false],
  ['null', 'null', false],
])('with %s allowed, a page of %s is allowed: %s', (entry, origin, expected) => {
  expect(isAllowedOrigin(origin, [entry])).toBe(expected);
});

test('without a visitor’s id, or with a malformed one, no requests can be read', async () => {
  const app = createTestApp(database);
  const { publishableKey: key } = await createTenant(database.kysely);
  for (const caller of [{ key }, { key, visitor: 'short' }, { key, visitor: `${newId()}!` }]) {
    expect(await apiErrorOf(await get(app, caller, 'support/tickets'))).toMatchObject({
      status: 401,
      code: 'AUTHENTICATION_REQUIRED',
      message: expect.stringContaining('X-Visitor-Id'),
    });
  }
});

test('keys and visitor ids are stored only as hashes', async () => {
  const { publishableKey: key, secretKey } = await createTenant(database.kysely);
  const visitor = newId();
  await post(createTestApp(database), { key, visitor }, draft);
  const rows = await asSuperuser(
    database.kysely,
    `select row_to_json(t)::text as row from (select * from support.tickets) t
     union all select row_to_json(k)::text from (select * from support.api_keys) k
     union all select row_to_json(i)::text from (select * from support.idempotency_keys) i`,
  );
  const stored = JSON.stringify(rows);
  for (const secret of [key, secretKey, visitor]) {
    expect(stored).not.toContain(secret);
    expect(stored).toContain(digest(secret));
  }
});
