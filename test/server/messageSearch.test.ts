import { beforeAll, expect, test } from 'vitest';
import { indexOlderMessages } from '../../server/queries/messageTerms.ts';
import { listAgentTickets, updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { replyToTicket } from '../../src/contract/message.ts';
import { erasePerson } from '../../src/contract/privacy.ts';
import { call, openSession } from './support/agent.ts';
import { type App, type Caller, created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let app: App;
let tenant: TestTenant;
let agent: Caller;
beforeAll(async () => {
  app = createTestApp(database);
  tenant = await createTenant(database.kysely);
  agent = await openSession(app, tenant);
});

async function submit(description: string, email = draft.email) {
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, visitor, { ...draft, description, email }));
  const reply = (body: string) =>
    call(app, visitor, replyToTicket, { params: { id }, body: { body } });
  const answer = (body: string, internal = false) =>
    call(app, agent, writeAgentMessage, { params: { id }, body: { body, internal } });
  return { id, reply, answer };
}

const find = async (search: string, caller = agent) =>
  (await call(app, caller, listAgentTickets, { query: { search } })).tickets;
const idsOf = async (search: string, caller = agent) =>
  (await find(search, caller)).map(({ id }) => id);

test('the search finds words of messages, replies and notes in any order, and the last can be unfinished', async () => {
  const { id, reply, answer } = await submit('The zeppelin over Zürich is grounded.');
  await reply('It was moored near the lighthouse.');
  await answer('We **inflate** it [tomorrow](https://docs.example/inflate).');
  await answer('Their captain owes us `ballast`.', true);
  const other = await submit('A zeppelin elsewhere.');
  expect(await idsOf('zeppelin')).toEqual([other.id, id]);
  expect(await idsOf('lighthouse zeppelin')).toEqual([id]);
  expect(await idsOf('lightho')).toEqual([id]);
  expect(await idsOf('lightho zeppelin')).toEqual([]);
  expect(await idsOf('ZURICH')).toEqual([id]);
  expect(await idsOf('ballast')).toEqual([id]);
  expect(await idsOf('zeppelin submarine')).toEqual([]);
  // Addresses of links are not part of the displayed text.
  expect(await idsOf('docs.example')).toEqual([]);
});

test('the passage with most of the words is returned, without Markdown', async () => {
  const long = 'Nothing to see here. '.repeat(40);
  const { id, answer } = await submit(`${long}The mainsail tore at dawn. ${long}`);
  await answer('The **mainsail** of the `kestrel` is new.', true);
  const [first] = await find('mainsail kestrel');
  expect(first).toMatchObject({
    id,
    passage: {
      text: 'The mainsail of the kestrel is new.',
      internal: true,
      matches: [
        [4, 12],
        [20, 27],
      ],
    },
  });
  const [dawn] = await find('dawn');
  expect(dawn?.passage?.text).toContain('The mainsail tore at dawn.');
  expect(dawn?.passage?.text.length).toBeLessThan(200);
  expect((await find(draft.subject))[0]?.passage).toBeUndefined();
});

test('in scripts without spaces, two neighboring characters or a single one are found', async () => {
  const { id } = await submit('請求書の返金をお願いします');
  for (const search of ['返金', '請求書', 'お願い', '返', 'す']) {
    expect(await idsOf(search), search).toEqual([id]);
  }
  expect(await idsOf('金返')).toEqual([]);
  const arabic = await submit('لا تصل الرسائل إلى العميل');
  expect(await idsOf('الرسائل')).toEqual([arabic.id]);
});

test('other accounts and the other mode are not searched', async () => {
  await submit('Only here: quicksilver.');
  const theirs = await createTenant(database.kysely);
  expect(await idsOf('quicksilver', await openSession(app, theirs))).toEqual([]);
  const test = `sk_test_${newId()}`;
  expect(await idsOf('quicksilver', { key: test }).catch(() => [])).toEqual([]);
});

test('the words of an erased person are removed', async () => {
  await submit('My name is Rumpelstiltskin.', 'rumpel@customer.example');
  expect(await idsOf('rumpelstiltskin')).toHaveLength(1);
  const body = { email: 'rumpel@customer.example' };
  await call(app, { key: tenant.secretKey }, erasePerson, { body });
  expect(await idsOf('rumpelstiltskin')).toEqual([]);
  const left = `select 1 from support.message_terms where term = 'rumpelstiltskin'`;
  expect(await asSuperuser(database.kysely, left)).toEqual([]);
});

test('a chore indexes messages that are older than the search, once', async () => {
  const { id } = await submit('An old bathysphere.');
  await asSuperuser(database.kysely, `delete from support.message_terms where ticket_id = '${id}'`);
  await asSuperuser(
    database.kysely,
    `update support.messages set indexed = false where ticket_id = '${id}'`,
  );
  expect(await idsOf('bathysphere')).toEqual([]);
  await indexOlderMessages(database.kysely, new AbortController().signal);
  expect(await idsOf('bathysphere')).toEqual([id]);
  const left = 'select 1 from support.messages where not indexed';
  expect(await asSuperuser(database.kysely, left)).toEqual([]);
});

test('resolved requests are neither unassigned nor mine, and excerpts are text without Markdown', async () => {
  const own = await createTenant(database.kysely);
  const me = await openSession(app, own);
  const visitor = { key: own.publishableKey, visitor: newId() };
  const params = { id: (await created(post(app, visitor, draft))).id };
  const lists = async () => {
    const list = (query: Record<string, string>) => call(app, me, listAgentTickets, { query });
    const { counts } = await list({});
    const [free, mine] = await Promise.all([
      list({ assignee: 'none', status: 'unresolved' }),
      list({ assignee: 'me', status: 'unresolved' }),
    ]);
    return [counts.unassigned, free.tickets.length, counts.mine, mine.tickets.length];
  };
  expect(await lists()).toEqual([1, 1, 0, 0]);
  await call(app, me, updateTicket, { params, body: { status: 'resolved' } });
  expect(await lists()).toEqual([0, 0, 0, 0]);
  const assigned = { status: 'open', assignee: 'id' in me ? me.id : '' };
  await call(app, me, updateTicket, { params, body: assigned });
  expect(await lists()).toEqual([0, 0, 1, 1]);
  await call(app, me, updateTicket, { params, body: { status: 'resolved' } });
  expect(await lists()).toEqual([0, 0, 0, 0]);
  await call(app, me, writeAgentMessage, {
    params,
    body: { body: 'Add **one** record:\n\n- `v=spf1` in [your DNS](https://dns.example)' },
  });
  const { tickets } = await call(app, me, listAgentTickets);
  expect(tickets[0]?.excerpt).toBe('Add one record:\nv=spf1 in your DNS');
});
