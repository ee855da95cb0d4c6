import { expect, test } from 'vitest';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import {
  getTicket,
  listMessages,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from '../../src/contract/message.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

/** A visitor with one request, and an agent who can answer it. */
async function newConversation() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  const agent = await openSession(app, tenant);
  const params = { id };
  return {
    app,
    me,
    agent,
    params,
    read: () => call(app, me, getTicket, { params }),
    list: async () => (await call(app, me, listTickets)).tickets,
    reply: (body: string) => call(app, me, replyToTicket, { params, body: { body } }),
    answer: (body: string, internal = false) =>
      call(app, agent, writeAgentMessage, { params, body: { body, internal } }),
    resolve: () => call(app, agent, updateTicket, { params, body: { status: 'resolved' } }),
  };
}

test('a conversation has the messages of both sides, in order and without gaps', async () => {
  const { read, reply, answer } = await newConversation();
  await answer('Between us', true);
  await answer('We look into it.');
  await answer('Still between us', true);
  await reply('Thank you.');
  const { messages, has_earlier, rating } = await read();
  expect(
    messages.map(({ position, author, author_name, body }) => [
      position,
      author,
      author_name,
      body,
    ]),
  ).toEqual([
    [1, 'visitor', null, draft.description],
    [2, 'agent', 'Marta Klein', 'We look into it.'],
    [3, 'visitor', null, 'Thank you.'],
  ]);
  expect([has_earlier, rating]).toEqual([false, null]);
});

test('the list has the last author and the unread count, until it is read', async () => {
  const { list, answer, app, agent, me, params, reply } = await newConversation();
  expect(await list()).toMatchObject([{ last_author: 'visitor', unread: 0 }]);
  await answer('First');
  await answer('Second');
  await answer('Between us', true);
  await call(app, agent, updateTicket, { params, body: { status: 'pending' } });
  expect(await list()).toMatchObject([
    { last_author: 'agent', last_author_name: 'Marta Klein', excerpt: 'Second', unread: 2 },
  ]);
  expect(await call(app, me, markRead, { params, body: { position: 2 } })).toEqual({ unread: 1 });
  expect(await call(app, me, markRead, { params, body: { position: 1 } })).toEqual({ unread: 1 });
  expect(await call(app, me, markRead, { params, body: { position: 99 } })).toEqual({ unread: 0 });
  await reply('Mine is read anyway.');
  expect(await list()).toMatchObject([{ unread: 0, last_author: 'visitor' }]);
});

test('the first reply opens a new request, and changes are entries of the conversation', async () => {
  const { answer, read, app, agent, params } = await newConversation();
  await answer('Hello');
  expect((await read()).ticket.status).toBe('open');
  await call(app, agent, updateTicket, {
    params,
    body: { assignee: agent.id, status: 'pending', priority: 'high' },
  });
  const { ticket, messages } = await read();
  expect(ticket).toMatchObject({ status: 'pending', priority: 'high' });
  expect(messages.slice(2).map(({ author, change }) => [author, change])).toEqual([
    ['system', { assignee_name: 'Marta Klein' }],
    ['system', { status: 'pending' }],
  ]);
});

test.each(['pending', 'on_hold', 'resolved'])('a reply reopens a %s request', async (status) => {
  const { reply, read, app, agent, params } = await newConversation();
  await call(app, agent, updateTicket, { params, body: { status } });
  await reply('It is back.');
  expect((await read()).ticket.status).toBe('open');
});

test('every write is done once per key, however often it is sent', async () => {
  const { app, me, params, read, resolve, agent } = await newConversation();
  const twice = async (
    ...[caller, endpoint, input]: Parameters<typeof callFor> extends [unknown, ...infer Rest]
      ? Rest
      : never
  ) => {
    const again = { ...input, idempotencyKey: newId() };
    const responses = await Promise.all([1, 2, 3].map(() => callFor(app, caller, endpoint, again)));
    const bodies = await Promise.all(responses.map(async (one) => (await one.json()).data));
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    const other = await callFor(app, caller, endpoint, {
      ...again,
      params: { id: '00000000-0000-4000-8000-000000000000' },
    });
    expect(await apiErrorOf(other)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  };
  await twice(me, replyToTicket, { params, body: { body: 'Once' } });
  await twice(agent, writeAgentMessage, { params, body: { body: 'Answer' } });
  await resolve();
  await twice(me, rateTicket, { params, body: { score: 4 } });
  await twice(me, reopenTicket, { params });
  expect((await read()).messages.map(({ body, change }) => body || change?.status)).toEqual([
    draft.description,
    'Once',
    'Answer',
    'resolved',
    'open',
  ]);
});

test('a long conversation is paged from both ends', async () => {
  const { app, me, params, read } = await newConversation();
  await asSuperuser(
    database.kysely,
    `insert into support.messages (tenant_id, ticket_id, position, visitor_hash, author, body, metadata)
     select tenant_id, id, n, visitor_hash, 'visitor', 'No. ' || n, '{}'
     from support.tickets, generate_series(2, 10000) n where id = '${params.id}';
     update support.tickets set last_position = 10000 where id = '${params.id}'`,
  );
  const newest = await read();
  expect([newest.messages.length, newest.has_earlier]).toEqual([50, true]);
  expect(newest.messages.at(-1)?.position).toBe(10_000);
  const page = (query: Record<string, string>) => call(app, me, listMessages, { params, query });
  const before = await page({ before: '9951' });
  expect([before.messages[0]?.position, before.messages.at(-1)?.position]).toEqual([9_901, 9_950]);
  expect(before.has_more).toBe(true);
  const first = await page({ before: '20' });
  expect([first.messages[0]?.position, first.has_more]).toEqual([1, false]);
  const after = await page({ after: '9990' });
  expect([after.messages.length, after.has_more]).toEqual([10, false]);
  expect((await callFor(app, me, listMessages, { params, query: { after: 'x' } })).status).toBe(
    422,
  );
});

test('an empty reply, or one of another visitor, is rejected', async () => {
  const { app, me, params } = await newConversation();
  const other = { ...me, visitor: newId() };
  expect((await callFor(app, me, replyToTicket, { params, body: { body: '  ' } })).status).toBe(
    422,
  );
  for (const [endpoint, body] of [
    [getTicket, undefined],
    [listMessages, undefined],
    [replyToTicket, { body: 'x' }],
    [rateTicket, { score: 5 }],
    [reopenTicket, undefined],
    [markRead, { position: 1 }],
  ] as const) {
    const response = await callFor(app, other, endpoint, { params, body });
    expect(await apiErrorOf(response), endpoint.path).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    const nonsense = await callFor(app, me, endpoint, { params: { id: 'x' }, body });
    expect(nonsense.status).toBe(404);
  }
});
