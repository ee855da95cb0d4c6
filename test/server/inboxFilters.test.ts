import { expect, test } from 'vitest';
import { listAgentTickets, updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { createFilter, deleteFilter, listFilters } from '../../src/contract/inboxFilter.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const agent = await openSession(app, tenant);
  const submit = (more: object = {}) =>
    created(post(app, { key: tenant.publishableKey, visitor: newId() }, { ...draft, ...more }));
  const list = (query: Record<string, string>) => call(app, agent, listAgentTickets, { query });
  const subjects = async (query: Record<string, string>) =>
    (await list(query)).tickets.map(({ subject }) => subject);
  return { tenant, app, agent, submit, list, subjects };
}

test('requests can be sorted by change, by due time, and by priority', async () => {
  const { app, agent, submit, subjects, tenant } = await open();
  const [late, answered] = [
    await submit({ subject: 'late', priority: 'low' }),
    await submit({ subject: 'answered', priority: 'critical' }),
  ];
  await submit({ subject: 'urgent', priority: 'critical' });
  await submit({ subject: 'usual' });
  await call(app, agent, writeAgentMessage, {
    params: { id: answered.id },
    body: { body: 'Here it is.' },
  });
  await asSuperuser(
    database.kysely,
    `update support.tickets set response_due_at = now() + case id when '${late.id}' then interval '1 minute'
       else number * interval '1 hour' end where tenant_id = '${tenant.id}'`,
  );
  expect(await subjects({})).toEqual(['answered', 'usual', 'urgent', 'late']);
  expect(await subjects({ sort: 'oldest' })).toEqual(['late', 'urgent', 'usual', 'answered']);
  expect(await subjects({ sort: 'due' })).toEqual(['late', 'urgent', 'usual', 'answered']);
  expect(await subjects({ sort: 'priority' })).toEqual(['answered', 'urgent', 'usual', 'late']);
});

test('pages have no gaps or duplicates in any order, and a cursor is only valid for its order', async () => {
  const { app, agent, submit, list } = await open();
  for (let n = 0; n < 33; n++) await submit({ priority: n % 2 ? 'low' : 'high' });
  for (const sort of ['newest', 'oldest', 'due', 'priority']) {
    const first = await list({ sort });
    const second = await list({ sort, cursor: first.next_cursor ?? '' });
    const ids = [...first.tickets, ...second.tickets].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.next_cursor], sort).toEqual([33, 33, null]);
  }
  const cursor = (await list({ sort: 'priority' })).next_cursor ?? '';
  const query = { sort: 'due', cursor };
  const response = await callFor(app, agent, listAgentTickets, { query });
  expect((await apiErrorOf(response)).details).toMatchObject([{ field: 'cursor' }]);
});

test('an agent can save a filter with a count, and no other agent sees it', async () => {
  const { app, agent, submit, tenant, subjects } = await open();
  const { id } = await submit({ subject: 'tagged', priority: 'high' });
  await submit({ subject: 'other', priority: 'high' });
  const change = { tags: ['vip'], assignee: agent.id };
  await call(app, agent, updateTicket, { params: { id }, body: change });
  const conditions = { tag: 'vip', priority: 'high', assignee: 'me', status: 'unresolved' };
  const body = { name: 'My VIPs', conditions, sort: 'due' };
  const filter = await call(app, agent, createFilter, { body });
  expect(filter).toMatchObject(body);
  expect((await call(app, agent, listFilters)).filters).toEqual([{ ...filter, count: 1 }]);
  expect(await subjects(conditions)).toEqual(['tagged']);
  expect(await subjects({ organization: 'northwind' })).toEqual([]);

  const other = await openSession(app, tenant, 'Ines Ruiz');
  expect((await call(app, other, listFilters)).filters).toEqual([]);
  const params = { id: filter.id };
  const theirs = await callFor(app, other, deleteFilter, { params });
  expect((await apiErrorOf(theirs)).code).toBe('NOT_FOUND');
  expect(await call(app, agent, deleteFilter, { params })).toEqual({ deleted: true });
  const key = await callFor(app, { key: tenant.secretKey }, listFilters);
  expect((await apiErrorOf(key)).message).toContain('needs the session of an agent');
});
