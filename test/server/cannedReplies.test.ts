import { beforeAll, expect, test } from 'vitest';
import {
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from '../../src/contract/cannedReply.ts';
import { openAdministration } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf } from './support/api.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();
const refund = { name: 'Refund', shortcut: 'refund', text: 'Hi {{customer.first_name|there}}' };
let account: Awaited<ReturnType<typeof openAdministration>>;
let admin: { key: string };
let agent: { key: string };
beforeAll(async () => {
  account = await openAdministration(database, { name: 'Acme' });
  [admin, agent] = [await account.invite('admin', 'Ada'), await account.invite('agent', 'Grace')];
});

test('admins can create, change and delete canned replies, and agents can list them by name', async () => {
  const { app } = account;
  const list = async () =>
    (await call(app, agent, listCannedReplies)).canned_replies.map(({ name }) => name);
  const { id } = await call(app, admin, createCannedReply, { body: refund });
  await call(app, admin, createCannedReply, {
    body: { name: 'äpfel', shortcut: '請求', text: 'x' },
  });
  expect(await list()).toContain('Refund');
  const params = { id };
  const changed = await call(app, admin, updateCannedReply, { params, body: { name: 'Refunds' } });
  expect(changed).toMatchObject({ ...refund, name: 'Refunds' });
  expect(await call(app, admin, deleteCannedReply, { params })).toEqual({ deleted: true });
  expect(await list()).toEqual(['äpfel']);
  const again = await callFor(app, admin, deleteCannedReply, { params });
  expect((await apiErrorOf(again)).code).toBe('NOT_FOUND');
});

test('agents and viewers cannot change them', async () => {
  const { app, invite } = account;
  for (const caller of [agent, await invite('viewer', 'Vera')]) {
    const response = await callFor(app, caller, createCannedReply, { body: refund });
    expect((await apiErrorOf(response)).code).toBe('PERMISSION_DENIED');
  }
});

test('a shortcut is unique, and wrong fields are named', async () => {
  const { app } = account;
  const first = await call(app, admin, createCannedReply, { body: { ...refund, shortcut: 'one' } });
  const rejected = async (body: object, params?: { id: string }) => {
    const endpoint = params ? updateCannedReply : createCannedReply;
    const response = await callFor(app, admin, endpoint, { body, ...(params && { params }) });
    return (await apiErrorOf(response)).details.map(({ field }) => field);
  };
  expect(await rejected({ ...refund, shortcut: 'one' })).toEqual(['shortcut']);
  const { id } = await call(app, admin, createCannedReply, {
    body: { ...refund, shortcut: 'two' },
  });
  expect(await rejected({ shortcut: 'one' }, { id })).toEqual(['shortcut']);
  expect(await rejected({ ...refund, shortcut: 'Two Words' })).toEqual(['shortcut']);
  expect(await rejected({ name: ' ', shortcut: 'x', text: '' })).toEqual(['name', 'text']);
  const same = { params: { id: first.id }, body: { shortcut: 'one', text: 'Changed' } };
  expect(await call(app, admin, updateCannedReply, same)).toMatchObject({ text: 'Changed' });
});

test('the second of two editors gets a conflict that names the first, and can overwrite', async () => {
  const { app } = account;
  const { id, version } = await call(app, admin, createCannedReply, {
    body: { ...refund, shortcut: 'shared' },
  });
  const other = await account.invite('admin', 'Linus');
  const params = { id };
  const save = (who: { key: string }, body: object) =>
    callFor(app, who, updateCannedReply, { params, body });
  expect((await save(other, { text: 'Theirs', base_version: version })).status).toBe(200);
  const late = await apiErrorOf(await save(admin, { text: 'Mine', base_version: version }));
  expect(late).toMatchObject({ status: 409, code: 'CANNED_REPLY_CHANGED' });
  expect(late.message).toMatch(/^Linus has saved this canned reply since you opened it\./);
  const read = async () =>
    (await call(app, agent, listCannedReplies)).canned_replies.find((one) => one.id === id);
  expect(await read()).toMatchObject({ text: 'Theirs', version: version + 1 });
  const both = await Promise.all(
    ['One', 'Two'].map((text) => save(admin, { text, base_version: version + 1 })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await save(admin, { text: 'Last' })).status).toBe(200);
  await call(app, other, deleteCannedReply, { params });
  const gone = await save(admin, { text: 'Mine', base_version: version });
  expect((await apiErrorOf(gone)).code).toBe('NOT_FOUND');
});
