import { expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { inScope } from '../../server/db/scope.ts';
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
import { claimRequests } from '../../src/contract/visitor.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, draft } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openShared, signed } from './support/sharedRequests.ts';
import { newId } from './support/tenant.ts';
import { upload } from './support/upload.ts';

const database = openForFile();
const open = (settings?: Parameters<typeof openShared>[1]) => openShared(database, settings);

test('signed colleagues see each other’s requests, with the name of their author', async () => {
  const { submit, list } = await open();
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  const first = await submit('Of Ada', ada);
  const second = await submit('Of Bo', bo);
  const { tickets } = await list(bo);
  expect(tickets.map(({ id, colleague }) => [id, colleague])).toEqual([
    [second, undefined],
    [first, 'Ada'],
  ]);
});

test('a request stays with its organization when its author moves to another one', async () => {
  const { app, page, submit, list } = await open();
  const id = await submit('Of Ada', await signed('ada'));
  const moved = await signed('ada', { org: { id: 'contoso', name: 'Contoso' } });
  const of = async (headers: Record<string, string>) =>
    (await list(headers)).tickets.map((ticket) => ticket.id);
  expect(await of(moved)).toEqual([id]);
  expect(await of(await signed('bo'))).toEqual([id]);
  expect(await of(await signed('cy', { org: { id: 'contoso', name: 'Contoso' } }))).toEqual([]);
  await call(app, page, replyToTicket, { params: { id }, headers: moved, body: { body: 'Hi' } });
});

test('pages of a list mix own requests and those of colleagues by last change', async () => {
  const { submit, list } = await open();
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.unshift(await submit(`Number ${n}`, n % 2 === 0 ? ada : bo));
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list(bo, { limit: '4', ...(cursor && { cursor }) });
    seen.push(...page.tickets.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(ids);
});

test('a colleague reads the conversation with its files, but not the id or rating of its author', async () => {
  const { app, page, host, submit, list } = await open();
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  const id = await submit('Of Ada', ada);
  const params = { id };
  const file = await (await upload(app, page, {}, ada)).json();
  const reply = { body: 'See this.', attachments: [file.data.id] };
  await call(app, page, replyToTicket, { params, headers: ada, body: reply });
  await call(app, host, writeAgentMessage, {
    params,
    body: { body: 'Between us', internal: true },
  });
  await call(app, host, writeAgentMessage, { params, body: { body: 'Thank you.' } });
  await call(app, host, updateTicket, { params, body: { status: 'resolved' } });
  const rating = { score: 2, comment: 'Slow' };
  await call(app, page, rateTicket, { params, headers: ada, body: rating });

  const conversation = await call(app, page, getTicket, { params, headers: bo });
  expect(conversation).toMatchObject({
    ticket: { id, colleague: 'Ada', metadata: { user_id: null } },
    rating: null,
  });
  const names = conversation.messages.slice(0, 3).map(({ author_name }) => author_name);
  expect(names).toEqual(['Ada', 'Ada', 'Acme Support']);
  const own = await call(app, page, getTicket, { params, headers: ada });
  expect(own.messages[0]?.author_name).toBeNull();
  const bodies = conversation.messages.map(({ body }) => body);
  expect(bodies.slice(0, 3)).toEqual([draft.description, 'See this.', 'Thank you.']);
  const url = conversation.messages[1]?.attachments[0]?.url ?? '';
  expect((await app.request(`/v1/${url}`)).status).toBe(200);
  const { messages } = await call(app, page, listMessages, { params, headers: bo });
  expect(messages).toHaveLength(conversation.messages.length);
  // The unread count belongs to its author.
  expect((await list(bo)).tickets[0]?.unread).toBe(0);
  expect((await list(ada)).tickets[0]?.unread).toBe(1);
});

test('only the author can reply, rate, reopen and mark as read', async () => {
  const { app, page, host, submit, list } = await open();
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  const params = { id: await submit('Of Ada', ada) };
  await call(app, host, writeAgentMessage, { params, body: { body: 'Hello' } });
  await call(app, host, updateTicket, { params, body: { status: 'resolved' } });
  const before = await list(ada);
  for (const [endpoint, body] of [
    [replyToTicket, { body: 'Me too' }],
    [rateTicket, { score: 1 }],
    [reopenTicket, undefined],
    [markRead, { position: 2 }],
  ] as const) {
    const input = { params, headers: bo, ...(body && { body }) };
    const response = await callFor(app, page, endpoint, input);
    expect(await apiErrorOf(response), endpoint.path).toMatchObject({
      status: 403,
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining('request of a colleague'),
    });
  }
  expect(await list(ada)).toEqual(before);
});

test('nothing is shared without a signed organization, with another one, or in the other mode', async () => {
  const { tenant, app, page, submit } = await open();
  const testPage = `pk_test_${newId()}`;
  await inScope(database.kysely, { actor: 'operator', tenantId: tenant.id }, (trx) =>
    trx
      .insertInto('api_keys')
      .values({ hash: digest(testPage), tenant_id: tenant.id, kind: 'publishable', mode: 'test' })
      .execute(),
  );
  const ada = await signed('ada');
  const params = { id: await submit('Of Ada', ada) };
  const unsigned = await submit('Stated by the page', { 'X-Visitor-Id': newId() });
  const attempts = [
    { headers: { 'X-Visitor-Id': newId() } },
    { headers: await signed('bo', { org: undefined }) },
    { headers: await signed('bo', { org: { id: 'contoso' } }) },
    { headers: await signed('bo', { org: { id: 'Northwind' } }) },
    { headers: await signed('bo'), caller: { key: testPage } },
  ];
  for (const { headers, caller = page } of attempts) {
    const { tickets } = await call(app, caller, listTickets, { headers });
    expect(tickets).toEqual([]);
    expect((await callFor(app, caller, getTicket, { params, headers })).status).toBe(404);
  }
  // A page that names an organization without proof creates a request without an organization.
  const bo = await signed('bo');
  const input = { params: { id: unsigned }, headers: bo };
  expect((await callFor(app, page, getTicket, input)).status).toBe(404);
});

test('requests are private unless the account shares them, and again when it stops', async () => {
  const { tenant, app, page, submit, list } = await open({ share_requests: 'visitor' });
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  const params = { id: await submit('Of Ada', ada) };
  const set = (value: string) =>
    asSuperuser(
      database.kysely,
      `update support.tenants set share_requests = '${value}' where id = '${tenant.id}'`,
    );
  const read = async () => [
    (await list(bo)).tickets.length,
    (await callFor(app, page, getTicket, { params, headers: bo })).status,
  ];
  expect(await read()).toEqual([0, 404]);
  await set('organization');
  expect(await read()).toEqual([1, 200]);
  await set('visitor');
  expect(await read()).toEqual([0, 404]);
});

test('a request from before the sign-in moves to its author and is not shared', async () => {
  const { app, page, submit, list } = await open();
  const visitor = newId();
  await submit('Anonymous', { 'X-Visitor-Id': visitor });
  const [ada, bo] = [await signed('ada'), await signed('bo')];
  await call(app, page, claimRequests, { headers: ada, body: { visitor_id: visitor } });
  expect((await list(ada)).tickets).toHaveLength(1);
  expect((await list(bo)).tickets).toEqual([]);
});
