import { afterEach, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { createLiveHub } from '../../server/live/hub.ts';
import { listenForLive } from '../../server/live/listener.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, headersOf, post } from './support/api.ts';
import { asSuperuser, isPostgres, openForFile } from './support/database.ts';
import { newLog } from './support/log.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A process of the backend that receives the commits of others. */
async function newProcess() {
  const live = createLiveHub();
  const { lines, logger } = newLog();
  const listening = await listenForLive(database, live, logger);
  const stopping = new AbortController();
  cleanUps.push(
    () => listening.stop(),
    () => stopping.abort(),
  );
  return {
    app: createTestApp(database, { live, stopping: stopping.signal }),
    live,
    lines,
    stopping,
  };
}

type App = ReturnType<typeof createTestApp>;

/** An open stream. `events` grows as they arrive. */
async function follow(app: App, caller: { key: string; visitor?: string }, path: string) {
  const response = await app.request(`/v1/${path}`, { headers: headersOf(caller) });
  expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
  const events: unknown[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = (async () => {
    for (;;) {
      const { done, value = '' } = (await reader?.read()) ?? { done: true };
      if (done) return;
      for (const [, data = ''] of value.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data));
    }
  })();
  cleanUps.push(() => reader?.cancel());
  return { events, ended, cancel: () => reader?.cancel() };
}

/**
 * A tenant with a ticket that every process of `apps` has received. Later events on streams come
 * after it.
 */
async function newTenant(app: App, ...others: App[]) {
  const tenant = await createTenant(database.kysely);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const agent = await openSession(app, tenant);
  const streams = [app, ...others].map((one) => follow(one, agent, 'agent/stream'));
  const before = await Promise.all(streams);
  const { id } = await created(post(app, visitor, draft));
  await until(() => before.every(({ events }) => events.length > 0));
  for (const { cancel } of before) await cancel();
  return { tenant, visitor, agent, params: { id }, id };
}

test('a change that one process commits reaches the streams of another', async () => {
  const [here, there] = [await newProcess(), await newProcess()];
  const { visitor, agent, params, id } = await newTenant(here.app, there.app);
  const mine = await follow(there.app, visitor, 'support/stream');
  const team = await follow(there.app, agent, 'agent/stream');
  const stranger = await follow(there.app, { ...visitor, visitor: newId() }, 'support/stream');
  await call(here.app, agent, writeAgentMessage, { params, body: { body: 'x', internal: true } });
  await call(here.app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
  await call(here.app, agent, updateTicket, { params, body: { status: 'pending' } });
  await until(() => mine.events.length >= 2 && team.events.length >= 3);
  expect(mine.events).toEqual([
    { type: 'message', ticket_id: id, position: 2, author: 'agent' },
    { type: 'ticket', ticket_id: id, status: 'pending' },
  ]);
  expect(team.events[0]).toEqual({ type: 'message', ticket_id: id, position: -1, author: 'agent' });
  expect(stranger.events).toEqual([]);
});

test('streams of test keys only receive test data, and live streams only live data', async () => {
  const { app } = await newProcess();
  const { visitor, agent, id, tenant } = await newTenant(app);
  const key = `pk_test_${newId()}`;
  const tests = { ...visitor, key };
  await asSuperuser(
    database.kysely,
    `insert into support.api_keys (hash, tenant_id, kind, mode)
     values ('${digest(key)}', '${tenant.id}', 'publishable', 'test')`,
  );
  const live = await follow(app, visitor, 'support/stream');
  const team = await follow(app, agent, 'agent/stream');
  const sandbox = await follow(app, tests, 'support/stream');
  const made = await created(post(app, tests, draft));
  await call(app, agent, writeAgentMessage, { params: { id }, body: { body: 'Hello' } });
  await until(() => live.events.length > 0 && team.events.length > 0 && sandbox.events.length > 0);
  expect(JSON.stringify([live.events, team.events])).not.toContain(made.id);
  expect(JSON.stringify(sandbox.events)).not.toContain(id);
});

test('a rolled-back change is not announced', async () => {
  const { app } = await newProcess();
  const { visitor, agent, params } = await newTenant(app);
  const mine = await follow(app, visitor, 'support/stream');
  const rejected = await post(app, visitor, { ...draft, category: 'x' });
  expect(rejected.status).toBe(422);
  await call(app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
  await until(() => mine.events.length > 0);
  expect(mine.events).toMatchObject([{ type: 'message' }]);
});

test('a stream that its reader leaves is removed, and stopping ends every stream', async () => {
  const { app, live, stopping } = await newProcess();
  const { visitor, agent, tenant } = await newTenant(app);
  const first = await follow(app, visitor, 'support/stream');
  const second = await follow(app, agent, 'agent/stream');
  await first.cancel();
  await until(() => live.count({ tenantId: tenant.id }) === 1);
  stopping.abort();
  await second.ended;
  expect(live.count({ tenantId: tenant.id })).toBe(0);
});

test('one visitor can have many streams, but not an unlimited number', async () => {
  const { app } = await newProcess();
  const { visitor } = await newTenant(app);
  for (let n = 0; n < 20; n++) await follow(app, visitor, 'support/stream');
  const more = await app.request('/v1/support/stream', { headers: headersOf(visitor) });
  expect([more.status, more.headers.get('Retry-After')]).toEqual([429, '60']);
});

test('an anonymous stream receives integrations, but no requests', async () => {
  const { app, live } = await newProcess();
  const { visitor, agent, params, tenant } = await newTenant(app);
  const other = await newTenant(app);
  const guest = { key: visitor.key };
  const streams = await Promise.all(
    Array.from({ length: 25 }, () => follow(app, guest, 'support/stream')),
  );
  const strange = await follow(app, { key: other.visitor.key }, 'support/stream');
  const team = await follow(app, agent, 'agent/stream');
  await call(app, agent, writeAgentMessage, { params, body: { body: 'x', internal: true } });
  await call(app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
  const host = { key: tenant.secretKey };
  const { id } = await call(app, host, upsertIntegration, { body: { provider: 'redis' } });
  await until(() => streams.every(({ events }) => events.length > 0) && team.events.length >= 3);
  for (const { events } of streams) {
    expect(events).toEqual([{ type: 'integration', integration_id: id }]);
  }
  expect(strange.events).toEqual([]);
  // Agents have their own room, without guests.
  expect(live.count({ tenantId: tenant.id })).toBe(1);
});

test('a key, a visitor or a session is required', async () => {
  const { app } = await newProcess();
  const { visitor, agent } = await newTenant(app);
  const status = async (path: string, headers: Record<string, string>) =>
    (await app.request(`/v1/${path}`, { headers })).status;
  expect(await status('support/stream', {})).toBe(401);
  const wrong = { ...headersOf({ key: visitor.key }), 'X-Visitor-Id': 'x' };
  expect(await status('support/stream', wrong)).toBe(401);
  expect(await status('support/stream', headersOf(agent))).toBe(403);
  expect(await status('agent/stream', headersOf({ key: visitor.key }))).toBe(403);
  expect(await status('agent/stream', headersOf(visitor))).toBe(403);
});

test.runIf(isPostgres)(
  'an interrupted listening connection is restored, and all streams resync',
  async () => {
    const { app, lines } = await newProcess();
    const { visitor, agent, params } = await newTenant(app);
    const mine = await follow(app, visitor, 'support/stream');
    await asSuperuser(
      database.kysely,
      `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen%'`,
    );
    await until(() => mine.events.some((event) => JSON.stringify(event) === '{"type":"resync"}'));
    expect(lines.length).toBeGreaterThan(0);
    await call(app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
    await until(() => mine.events.some((event) => JSON.stringify(event).includes('"message"')));
  },
);
