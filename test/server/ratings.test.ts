import { expect, test } from 'vitest';
import { getAgentTicket, updateTicket } from '../../src/contract/agent.ts';
import { getTicket, rateTicket, reopenTicket } from '../../src/contract/message.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test('only a resolved request can be rated; a new rating replaces it, and a reopened request asks again', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  const agent = await openSession(app, tenant);
  const params = { id };
  const read = () => call(app, me, getTicket, { params });
  const resolve = () => call(app, agent, updateTicket, { params, body: { status: 'resolved' } });
  const rate = (score: number, comment?: string) =>
    callFor(app, me, rateTicket, { params, body: { score, comment } });
  expect(await apiErrorOf(await rate(5))).toMatchObject({ status: 409, code: 'NOT_RESOLVED' });
  await resolve();
  for (const score of [0, 6, 2.5]) expect((await rate(score)).status).toBe(422);
  expect((await rate(2)).status).toBe(201);
  expect((await rate(5, ' Great. ')).status).toBe(201);
  expect((await read()).rating).toMatchObject({ score: 5, comment: 'Great.' });
  const opened = await call(app, me, reopenTicket, { params });
  expect(opened.status).toBe('open');
  expect(await read()).toMatchObject({ rating: null, ticket: { status: 'open' } });
  expect((await call(app, me, reopenTicket, { params })).status).toBe('open');
  const kept = await call(app, agent, getAgentTicket, { params });
  expect(kept.rating).toMatchObject({ score: 5 });
  await resolve();
  expect((await read()).rating).toBeNull();
  expect((await rate(3)).status).toBe(201);
  expect((await read()).rating).toMatchObject({ score: 3 });
});
