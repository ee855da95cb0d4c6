import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/db/db.ts';
import { isDatabaseGone } from '../../server/db/faults.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { getConfig } from '../../src/contract/config.ts';
import { TicketPage } from '../../src/contract/ticket.ts';
import {
  apiErrorOf,
  created,
  createTestApp,
  dataOf,
  draft,
  get,
  post,
  silent,
} from './support/api.ts';
import { createOwnPostgres, isPostgres, overNetwork } from './support/database.ts';
import { type CutableProxy, startProxy } from './support/proxy.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

describe.runIf(isPostgres)('if the database is unreachable', () => {
  let proxy: CutableProxy;
  let database: Database;
  beforeAll(async () => {
    const url = new URL(overNetwork(await createOwnPostgres()));
    proxy = await startProxy(Number(url.port));
    url.port = String(proxy.port);
    database = openPostgres(url.href);
  });
  afterAll(async () => {
    await database.close();
    await proxy.cut();
  });

  test('requests get 503, and succeed when it is back; nothing is half-done', async () => {
    const app = createTestApp(database);
    const { publishableKey: key } = await createTenant(database.kysely);
    const me = { key, visitor: newId() };
    const idempotencyKey = newId();

    const underWay = Array.from({ length: 20 }, () => post(app, me, draft, { idempotencyKey }));
    await proxy.cut();
    const responses = [
      ...(await Promise.all(underWay)),
      await post(app, me, draft, { idempotencyKey }),
    ];
    for (const response of responses.filter(({ status }) => status !== 201)) {
      expect(response.headers.get('Retry-After')).toBe('5');
      expect(await apiErrorOf(response)).toMatchObject({
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
      });
    }
    expect(responses.at(-1)?.status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(503);

    await proxy.restore();
    await until(async () => (await app.request('/readyz')).status === 200);
    const ticket = await created(post(app, me, draft, { idempotencyKey }));
    const { tickets } = await dataOf(await get(app, me, 'support/tickets'), TicketPage);
    expect(tickets.map(({ id }) => id)).toEqual([ticket.id]);
    expect(ticket.ticket_number).toBe('PM-1001');
  });

  test('settings in the cache are served without it', async () => {
    const app = createTestApp(database, { keyCacheMs: 3_600_000 });
    const { publishableKey: key } = await createTenant(database.kysely);
    const readConfig = async () => (await get(app, { key }, getConfig.path)).status;
    expect(await readConfig()).toBe(200);
    await proxy.cut();
    const cut = await readConfig();
    await proxy.restore();
    expect(cut).toBe(200);
  });

  test('the worker continues when it is back', async () => {
    const done: string[] = [];
    const handlers = {
      send_ticket_confirmation: async ({ id }: { id: string }) => void done.push(id),
    };
    const worker = startWorker({ db: database.kysely, handlers, logger: silent, pollMs: 5 });
    await proxy.cut();
    await proxy.restore();
    const app = createTestApp(database);
    await until(async () => (await app.request('/readyz')).status === 200);
    const { publishableKey: key } = await createTenant(database.kysely);
    await created(post(app, { key, visitor: newId() }, draft));
    await until(() => done.length > 0);
    await worker.stop();
  });
});

test('a bug of ours is not treated as an unreachable database', () => {
  const failure = (code: string) => Object.assign(new Error('x'), { code });
  expect(
    ['57P01', '08006', '53300', '40001', 'ECONNREFUSED'].map((code) =>
      isDatabaseGone(failure(code)),
    ),
  ).not.toContain(false);
  expect(
    ['23505', '42501', '22P02', 'ERR_X'].map((code) => isDatabaseGone(failure(code))),
  ).not.toContain(true);
});
