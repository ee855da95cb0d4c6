import { expect, test } from 'vitest';
import { notePeer } from '../../server/http/network.ts';
import { getSettings } from '../../src/contract/settings.ts';
import { callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp, get, headersOf } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';

const database = openForFile();

test('a visitor above the limit gets the time to retry', async () => {
  const rateLimits = { keyPerHour: 100, visitorPerMinute: 2, networkPerMinute: 0 };
  const app = createTestApp(database, { rateLimits });
  const { publishableKey: key } = await createTenant(database.kysely);
  const caller = { key, visitor: newId() };
  const statuses = [];
  for (let count = 0; count < 3; count++) {
    const response = await get(app, caller, 'support/tickets');
    statuses.push([response.status, response.headers.get('X-RateLimit-Remaining')]);
  }
  expect(statuses).toEqual([
    [200, '1'],
    [200, '0'],
    [429, '0'],
  ]);
  const rejected = await get(app, caller, 'support/tickets');
  expect(Number(rejected.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(Number(rejected.headers.get('X-RateLimit-Reset'))).toBeGreaterThan(Date.now() / 1_000);
  expect(await apiErrorOf(rejected)).toMatchObject({ code: 'RATE_LIMITED' });
  expect((await get(app, { key, visitor: newId() }, 'support/tickets')).status).toBe(200);
});

test('a network has its own limit, whatever visitors it invents, and servers have none', async () => {
  const rateLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 3 };
  const app = createTestApp(database, { rateLimits });
  const { publishableKey: key, secretKey } = await createTenant(database.kysely);
  const requestFrom = async (address: string) => {
    const headers = headersOf({ key, visitor: newId() });
    const request = new Request('http://x.example/v1/support/tickets', { headers });
    notePeer(request, address);
    return (await app.fetch(request)).status;
  };
  const statuses = [];
  for (const last of [1, 2, 3, 4]) statuses.push(await requestFrom(`8.8.8.${last}`));
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(await requestFrom('8.8.4.4')).toBe(200);
  for (let count = 0; count < 5; count++) {
    expect((await callFor(app, { key: secretKey }, getSettings)).status).toBe(200);
  }
});

test('the plan of an account sets the limit of its keys, and test keys have ten times that', async () => {
  const app = createTestApp(database, {
    rateLimits: { keyPerHour: 50, visitorPerMinute: 0, networkPerMinute: 0 },
  });
  const limitOf = async ({ publishableKey: key }: TestTenant) =>
    (await get(app, { key }, 'support/config')).headers.get('X-RateLimit-Limit');
  const tenant = await createTenant(database.kysely);
  expect(await limitOf(tenant)).toBe('50');
  for (const [plan, limit] of [
    ['free', 1_000],
    ['starter', 10_000],
    ['professional', 100_000],
    ['enterprise', 1_000_000],
  ] as const) {
    expect(await limitOf(await createTenant(database.kysely, { plan }))).toBe(String(limit));
  }
  await asSuperuser(
    database.kysely,
    `update support.api_keys set mode = 'test' where tenant_id = '${tenant.id}'`,
  );
  expect(await limitOf(tenant)).toBe('500');
});

test('processes share a limit, and their numbers add up', async () => {
  const rateLimits = { keyPerHour: 0, visitorPerMinute: 60, networkPerMinute: 0 };
  const apps = [1, 2, 3].map(() => createTestApp(database, { rateLimits }));
  const { publishableKey: key } = await createTenant(database.kysely);
  const caller = { key, visitor: newId() };
  const responses = await Promise.all(
    Array.from({ length: 150 }, (_one, n) => {
      const app = apps[n % apps.length];
      if (app === undefined) throw new Error('There is an app for each.');
      return get(app, caller, 'support/tickets');
    }),
  );
  const passed = responses.filter(({ status }) => status === 200);
  // One token is added each second.
  expect(passed.length).toBeGreaterThanOrEqual(58);
  expect(passed.length).toBeLessThanOrEqual(70);
  const left = responses.map(({ headers }) => Number(headers.get('X-RateLimit-Remaining')));
  expect(Math.min(...left)).toBe(0);
  expect(Math.max(...left)).toBeLessThan(60);
});

test('a single process is served up to the last token', async () => {
  const rateLimits = { keyPerHour: 300, visitorPerMinute: 0, networkPerMinute: 0 };
  const app = createTestApp(database, { rateLimits });
  const { publishableKey: key } = await createTenant(database.kysely);
  const left: number[] = [];
  const statuses: number[] = [];
  for (let count = 0; count < 301; count++) {
    const { status, headers } = await get(app, { key }, 'support/config');
    statuses.push(status);
    left.push(Number(headers.get('X-RateLimit-Remaining')));
  }
  expect(left[0]).toBe(299);
  expect(statuses.slice(0, 300).every((status) => status === 200)).toBe(true);
  expect(left.every((one, n) => n === 0 || one <= (left[n - 1] ?? 0) + 1)).toBe(true);
});
