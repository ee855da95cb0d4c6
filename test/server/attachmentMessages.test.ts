import { beforeAll, expect, test } from 'vitest';
import {
  getAgentTicket,
  uploadAgentAttachment,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { uploadAttachment } from '../../src/contract/attachment.ts';
import { getTicket, listMessages, replyToTicket } from '../../src/contract/message.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { type App, type Caller, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
let app: App;
let visitor: Caller;
let agent: Caller;
beforeAll(async () => {
  const tenant = await createTenant(database.kysely);
  app = createTestApp(database);
  visitor = { key: tenant.publishableKey, visitor: newId() };
  agent = await openSession(app, tenant);
});

const fromVisitor = async () => (await call(app, visitor, uploadAttachment)).id;
const fromAgent = async () => (await call(app, agent, uploadAgentAttachment)).id;

test('the files of a conversation are part of its messages, and each can be read', async () => {
  const first = await fromVisitor();
  const { id } = await created(post(app, visitor, { ...draft, attachments: [first] }));
  const params = { id };
  const [two, three] = [await fromVisitor(), await fromVisitor()];
  const body = { attachments: [three, two] };
  const reply = await call(app, visitor, replyToTicket, { params, body });
  expect(reply.attachments.map((file) => file.id)).toEqual([three, two]);
  const response = await fromAgent();
  const words = { body: 'See there.', attachments: [response] };
  await call(app, agent, writeAgentMessage, { params, body: words });

  const seen = await call(app, visitor, getTicket, { params });
  const files = seen.messages.map(({ attachments }) => attachments.map((file) => file.id));
  expect(files).toEqual([[first], [three, two], [response]]);
  const page = await call(app, visitor, listMessages, { params });
  expect(page.messages.flatMap(({ attachments }) => attachments)).toHaveLength(4);
  for (const { url, name } of seen.messages.flatMap(({ attachments }) => attachments)) {
    expect(name).toBe('note.txt');
    expect(await (await app.request(`/v1/${url}`)).text()).toBe('A file.');
  }
});

test('only agents see a file of an internal note', async () => {
  const { id } = await created(post(app, visitor, draft));
  const params = { id };
  const secret = await fromAgent();
  const note = { body: 'Between us.', internal: true, attachments: [secret] };
  await call(app, agent, writeAgentMessage, { params, body: note });
  const all = await call(app, agent, getAgentTicket, { params });
  expect(all.messages.flatMap(({ attachments }) => attachments)).toMatchObject([{ id: secret }]);
  const seen = await callFor(app, visitor, getTicket, { params });
  expect(await seen.text()).not.toContain(secret);
  const taken = await callFor(app, visitor, replyToTicket, {
    params,
    body: { body: 'x', attachments: [secret] },
  });
  expect(taken.status).toBe(422);
});

test('a rejected file leaves no message', async () => {
  const { id } = await created(post(app, visitor, draft));
  const params = { id };
  for (const [caller, endpoint] of [
    [visitor, replyToTicket],
    [agent, writeAgentMessage],
  ] as const) {
    const body = {
      body: 'x',
      attachments: [await (caller === agent ? fromVisitor() : fromAgent())],
    };
    expect((await callFor(app, caller, endpoint, { params, body })).status).toBe(422);
  }
  expect((await call(app, visitor, getTicket, { params })).messages).toHaveLength(1);
});
