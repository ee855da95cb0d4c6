import { expect, test } from 'vitest';
import { wakeTicket } from '../../server/queries/snooze.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { getAgentTicket, listAgentTickets, updateTicket } from '../../src/contract/agent.ts';
import { replyToTicket } from '../../src/contract/message.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const hourMs = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, visitor, draft));
  const agent = await openSession(app, tenant);
  const params = { id };
  const lists = async () => {
    const list = async (query: Record<string, string>) =>
      (await call(app, agent, listAgentTickets, { query })).tickets.length;
    const { counts } = await call(app, agent, listAgentTickets);
    return {
      counts: [counts.all, counts.snoozed, counts.unassigned, counts.by_status.new],
      shown: [await list({}), await list({ snoozed: 'yes' }), await list({ snoozed: 'no' })],
    };
  };
  const change = (body: object) => callFor(app, agent, updateTicket, { params, body });
  const until = async () => (await call(app, agent, getAgentTicket, { params })).snoozed_until;
  return { app, tenant, visitor, agent, params, lists, change, until };
}

const here = { counts: [1, 0, 1, 1], shown: [1, 0, 1] };
const away = { counts: [1, 1, 0, 0], shown: [1, 1, 0] };

test('a snoozed request is in its own list, and returns when the snooze ends', async () => {
  const { lists, change, until } = await open();
  expect(await lists()).toEqual(here);
  const at = inHours(2);
  expect((await change({ snoozed_until: at })).status).toBe(200);
  expect(await until()).toBe(at);
  expect(await lists()).toEqual(away);
  await change({ snoozed_until: null });
  expect(await lists()).toEqual(here);
});

test('it returns immediately when its customer writes, or when it is resolved', async () => {
  const { app, visitor, params, lists, change, until } = await open();
  await change({ snoozed_until: inHours(2) });
  await call(app, visitor, replyToTicket, { params, body: { body: 'Any news?' } });
  expect(await lists()).toEqual(here);
  await change({ snoozed_until: inHours(2) });
  await change({ status: 'resolved' });
  expect(await until()).toBeNull();
});

test('a job wakes it at its time, but not at a time that was changed', async () => {
  const { tenant, change, lists, until } = await open();
  await change({ snoozed_until: inHours(2) });
  const last = inHours(3);
  await change({ snoozed_until: last });
  const worker = startWorker({
    db: database.kysely,
    name: 'test',
    handlers: { wake_ticket: (job) => wakeTicket(database.kysely, job) },
    logger: silent,
  });
  const worked = () => {
    worker.wake();
    return worker.idle();
  };
  const due = (which: string) =>
    asSuperuser(
      database.kysely,
      `update support.jobs set run_at = now() where tenant_id = '${tenant.id}' and ${which}`,
    );
  await worked();
  expect(await until()).toBe(last);
  await due(`payload->>'until' <> '${last}'`);
  await worked();
  expect(await until()).toBe(last);
  await due(`payload->>'until' = '${last}'`);
  await worked();
  await worker.stop();
  expect(await lists()).toEqual(here);
});

test('a request that is snoozed again has one job, and none after its snooze was ended', async () => {
  const { tenant, change } = await open();
  const jobs = () =>
    asSuperuser(
      database.kysely,
      `select payload->>'until' as until from support.jobs where tenant_id = '${tenant.id}' and type = 'wake_ticket'`,
    );
  for (let hours = 1; hours < 20; hours += 1) await change({ snoozed_until: inHours(hours) });
  const last = inHours(30);
  await change({ snoozed_until: last });
  expect(await jobs()).toEqual([{ until: last }]);
  await change({ snoozed_until: null });
  expect(await jobs()).toEqual([]);
});

test('a reply ends a snooze, and a snooze after a reply holds, at the same moment too', async () => {
  const { app, visitor, params, change, until } = await open();
  const reply = () => call(app, visitor, replyToTicket, { params, body: { body: 'Any news?' } });
  const at = inHours(2);
  await change({ snoozed_until: at });
  await reply();
  expect(await until()).toBeNull();
  await change({ snoozed_until: at });
  expect(await until()).toBe(at);
  for (let round = 0; round < 5; round += 1) {
    const [, snoozed] = await Promise.all([reply(), change({ snoozed_until: at })]);
    expect(snoozed.status).toBe(200);
    // The later of both counts.
    expect([null, at]).toContain(await until());
    await reply();
    expect(await until()).toBeNull();
  }
});

test('times in the past or too far away are rejected, and so are resolved requests', async () => {
  const { change, until } = await open();
  for (const at of [inHours(-1), inHours(24 * 400), 'tomorrow']) {
    const { details } = await apiErrorOf(await change({ snoozed_until: at }));
    expect(details.map(({ field }) => field)).toEqual(['snoozed_until']);
  }
  const both = await apiErrorOf(await change({ snoozed_until: inHours(1), status: 'resolved' }));
  expect(both.details[0]?.message).toContain('A resolved request cannot be snoozed.');
  expect(await until()).toBeNull();
});

test('a request that is resolved at the same moment is not snoozed', async () => {
  const { change, until, lists } = await open();
  for (let round = 0; round < 5; round++) {
    const [resolved, snoozed] = await Promise.all([
      change({ status: 'resolved' }),
      change({ snoozed_until: inHours(2) }),
    ]);
    expect(resolved.status).toBe(200);
    expect([200, 422]).toContain(snoozed.status);
    expect(await until()).toBeNull();
    await change({ status: 'open' });
  }
  await change({ status: 'resolved' });
  expect((await change({ status: 'open', snoozed_until: inHours(2) })).status).toBe(200);
  expect((await lists()).counts).toEqual([1, 1, 0, 0]);
});
