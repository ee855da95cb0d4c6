import { expect, test } from 'vitest';
import {
  getAgentTicket,
  listAgents,
  listAgentTickets,
  updateTicket,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import {
  agentEndpoints,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newTeam() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const submit = (more: object = {}) => created(post(app, visitor, { ...draft, ...more }));
  const agent = await openSession(app, tenant);
  const inbox = (query: Record<string, string> = {}) =>
    call(app, agent, listAgentTickets, { query });
  const numbers = async (query: Record<string, string> = {}) =>
    (await inbox(query)).tickets.map(({ ticket_number }) => ticket_number);
  return { tenant, app, visitor, submit, agent, inbox, numbers };
}

test('the inbox lists all requests of the tenant by last change, and counts them', async () => {
  const { submit, inbox, numbers, app, agent } = await newTeam();
  const [first, second] = [
    await submit(),
    await submit({ priority: 'critical', subject: '100 % down' }),
  ];
  await call(app, agent, writeAgentMessage, { params: { id: first.id }, body: { body: 'Hi' } });
  await call(app, agent, updateTicket, { params: { id: first.id }, body: { assignee: agent.id } });
  expect(await numbers()).toEqual([first.ticket_number, second.ticket_number]);
  const { counts } = await inbox();
  expect(counts).toMatchObject({ all: 2, unassigned: 1, mine: 1, by_status: { new: 1, open: 1 } });
  expect(await numbers({ status: 'new' })).toEqual([second.ticket_number]);
  expect(await numbers({ priority: 'critical' })).toEqual([second.ticket_number]);
  expect(await numbers({ assignee: 'me' })).toEqual([first.ticket_number]);
  expect(await numbers({ assignee: 'none' })).toEqual([second.ticket_number]);
  expect(await numbers({ assignee: 'nobody at all' })).toEqual([]);
  expect(await numbers({ search: '100 %' })).toEqual([second.ticket_number]);
  expect(await numbers({ search: 'ADA@customer' })).toHaveLength(2);
  expect(await numbers({ search: '%' })).toEqual([second.ticket_number]);
  expect(await numbers({ search: "'; drop table tickets; --" })).toEqual([]);
});

test('a long inbox is paged without gaps and duplicates', async () => {
  const { submit, inbox } = await newTeam();
  for (let n = 0; n < 35; n++) await submit();
  const first = await inbox();
  const second = await inbox({ cursor: first.next_cursor ?? '' });
  const all = [...first.tickets, ...second.tickets].map(({ id }) => id);
  expect([first.tickets.length, second.tickets.length, second.next_cursor]).toEqual([30, 5, null]);
  expect(new Set(all).size).toBe(35);
});

test('a secret key replies as the team, a session as the agent', async () => {
  const { submit, app, agent, tenant } = await newTeam();
  const { id } = await submit();
  const write = (key: string) =>
    call(app, { key }, writeAgentMessage, { params: { id }, body: { body: 'Hello' } });
  expect((await write(tenant.secretKey)).author_name).toBe('Acme Support');
  expect((await write(agent.key)).author_name).toBe('Marta Klein');
  expect((await call(app, agent, listAgents)).agents).toMatchObject([{ name: 'Marta Klein' }]);
});

test('an agent sees notes, the author, and that the author is unverified', async () => {
  const { submit, app, agent } = await newTeam();
  const { id } = await submit({
    customerTier: 'business',
    context: { url: 'https://a.example/x' },
  });
  await call(app, agent, writeAgentMessage, {
    params: { id },
    body: { body: 'Look at the DNS.', internal: true },
  });
  const ticket = await call(app, agent, getAgentTicket, { params: { id } });
  expect(ticket).toMatchObject({
    verified: false,
    customer_tier: 'business',
    context: { url: 'https://a.example/x' },
    assignee: null,
  });
  expect(ticket.messages.map(({ position, internal, body }) => [position, internal, body])).toEqual(
    [
      [1, false, draft.description],
      [-1, true, 'Look at the DNS.'],
    ],
  );
  const wrong = callFor(app, agent, updateTicket, { params: { id }, body: { assignee: newId() } });
  expect((await wrong).status).toBe(422);
});

test('no endpoint shows a visitor any part of an internal note', async () => {
  const { submit, app, agent, visitor, tenant } = await newTeam();
  await importFiles(database.kysely, tenant.id, { 'en/spf.md': articleOf('SPF') });
  const { id } = await submit();
  const secret = 'only-between-agents';
  const note = { body: { body: `This is ${secret}.`, internal: true }, params: { id } };
  await call(app, agent, writeAgentMessage, note);
  await call(app, agent, writeAgentMessage, { params: { id }, body: { body: 'A real answer.' } });
  await call(app, agent, writeAgentMessage, note);
  const bodies: Record<string, unknown> = {
    createTicket: draft,
    replyToTicket: { body: 'x' },
    rateTicket: { score: 3 },
    markRead: { position: 99 },
    claimRequests: { visitor_id: newId() },
    suggestArticles: { content: secret, relevance_threshold: 0 },
    rateArticle: { helpful: true },
    recordEvents: { events: [] },
  };
  const params = { id, slug: 'spf', provider: 'x' };
  for (const [name, endpoint] of Object.entries({
    ...endpoints,
    ...eventEndpoints,
    ...lateEndpoints,
  })) {
    await call(app, agent, updateTicket, { params: { id }, body: { status: 'resolved' } });
    const query: Record<string, string> = name === 'searchArticles' ? { q: 'only between' } : {};
    const response = await callFor(app, visitor, endpoint, { params, query, body: bodies[name] });
    if (name in endpoints) expect(response.status, name).toBeLessThan(300);
    expect(await response.text(), name).not.toContain(secret);
  }
  const jobs = await asSuperuser<{ payload: unknown }>(
    database.kysely,
    'select * from support.jobs',
  );
  expect(JSON.stringify(jobs)).not.toContain(secret);
});

test('visitors’ keys, and sessions of other tenants, give no access to the team’s endpoints', async () => {
  const [mine, theirs] = [await newTeam(), await newTeam()];
  const { id } = await mine.submit();
  const { app } = mine;
  for (const [name, endpoint] of Object.entries(agentEndpoints)) {
    const body = { name: 'X', email: 'x@y.example', body: 'x', status: 'resolved' };
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
    const params = Object.fromEntries(names.map((part) => [part, part === 'id' ? id : '1']));
    const input = { params, ...(endpoint.method === 'GET' ? {} : { body }) };
    const publishable = await callFor(app, mine.visitor, endpoint, input);
    expect(await apiErrorOf(publishable), name).toMatchObject({ code: 'PERMISSION_DENIED' });
    const foreign = await callFor(app, theirs.agent, endpoint, input);
    if (endpoint.path.includes('{id}')) expect([403, 404, 422], name).toContain(foreign.status);
    const unknown = await callFor(app, { key: `as_${newId()}` }, endpoint, input);
    expect(await apiErrorOf(unknown), name).toMatchObject({ code: 'INVALID_KEY' });
  }
  expect(await theirs.numbers()).toEqual([]);
  const session = await callFor(app, mine.agent, agentEndpoints.createAgentSession, {
    body: { name: 'X', email: 'x@y.example' },
  });
  expect(await apiErrorOf(session)).toMatchObject({ code: 'PERMISSION_DENIED' });
  for (const [name, endpoint] of Object.entries({
    ...endpoints,
    ...eventEndpoints,
    ...lateEndpoints,
  })) {
    const response = await callFor(app, { ...mine.agent, visitor: newId() }, endpoint, {
      params: { id, slug: 'spf', provider: 'x' },
    });
    expect(await apiErrorOf(response), name).toMatchObject({ code: 'PERMISSION_DENIED' });
  }
});

test('a session works in a browser of the tenant and expires, and a secret key does not work there', async () => {
  const { app, agent, tenant } = await newTeam();
  const from = (key: string, Origin: string) =>
    callFor(app, { key }, listAgents, { headers: { Origin } });
  expect((await from(agent.key, 'https://app.acme.example')).status).toBe(200);
  expect((await from(agent.key, 'https://evil.example')).status).toBe(403);
  expect((await from(tenant.secretKey, 'https://app.acme.example')).status).toBe(403);
  await asSuperuser(
    database.kysely,
    `update support.agent_sessions set expires_at = now() where tenant_id = '${tenant.id}'`,
  );
  expect((await from(agent.key, 'https://app.acme.example')).status).toBe(401);
});
