import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { openIntercomForFile } from './support/desks/intercomFile.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';

const { intercom, onlyConversation, connect, connected } = openIntercomForFile();
const first = ['visitor', null, draft.description];

test.each([
  ['a contact', /POST .contacts$/],
  ['a conversation', /POST .conversations$/],
  ['the facts', /POST .*reply$/],
])(
  '%s without a response exists once after the retry, and is not imported',
  async (_case, matches) => {
    const { request, say, work, deliver, seen, notes } = await connect({ timeoutMs: 300 });
    intercom().faults.push({ matches, response: 'hang', isApplied: true });
    const id = await request();
    await say(id, 'Second.');
    await work();
    await work({ isAll: true });
    await deliver(intercom().webhook(onlyConversation().id));
    await work({ isAll: true });
    expect(intercom().contacts).toHaveLength(1);
    expect(onlyConversation().parts).toHaveLength(2);
    expect(await seen(id)).toEqual([first, ['visitor', null, 'Second.']]);
    expect(await notes(id)).toEqual([]);
  },
);

test('two equal messages without a response both exist once, and are not imported', async () => {
  const { id, say, work, report, seen } = await connected({ timeoutMs: 300 });
  await say(id, 'Hello?');
  await work();
  intercom().faults.push({ matches: /POST .*reply$/, response: 'hang', isApplied: true });
  await say(id, 'Hello?');
  await work();
  await report();
  expect(onlyConversation().parts).toHaveLength(3);
  expect(await seen(id)).toHaveLength(3);
});

test('a contact that the search does not know yet is found by the conflict', async () => {
  const { request, work } = await connect();
  await request();
  await work();
  const response = { status: 200, body: { data: [] } };
  intercom().faults.push({ matches: /POST .contacts.search/, response });
  await request();
  await work();
  const ids = intercom().conversations.map(({ contactId }) => contactId);
  expect(new Set(ids).size).toBe(1);
  expect(ids).toHaveLength(2);
});

test('answers whose event got lost are found, on any page of the changes', async () => {
  const { request, work, watch, seen } = await connect();
  const ids = [await request(), await request()];
  await work();
  for (const { id } of intercom().conversations) intercom().write(id, 'Did you get this?');
  await watch({ isDue: true });
  await work();
  for (const id of ids) {
    expect((await seen(id)).at(-1)).toEqual(['agent', 'Ira Agent', 'Did you get this?']);
  }
});

test('a message of an unknown form is named, and does not hold up the others', async () => {
  const { id, report, seen, notes } = await connected();
  const odd = intercom().write(onlyConversation().id, 'Odd.');
  Object.assign(odd, { author: null });
  intercom().write(onlyConversation().id, 'After.');
  await report();
  expect((await seen(id)).slice(1)).toEqual([['agent', 'Ira Agent', 'After.']]);
  const named = `- message ${odd.id} (unknown form: author)`;
  expect(await notes(id)).toEqual([`Not taken from Intercom. Read it there:\n${named}`]);
});

test('only signed notifications are taken, and a repeated one is known', async () => {
  const { deliver, query } = await connected();
  const { id } = onlyConversation();
  const { webhook } = intercom();
  const rejected = (message: string) => [400, { status: 'error', message }];
  const jobs = () => query(`select 1 from support.jobs where type = 'desk_receive'`);
  const before = (await jobs()).length;
  const signed = webhook(id);
  expect(await deliver(signed)).toEqual([200, { status: 'success' }]);
  expect(await deliver(signed)).toEqual([200, { status: 'success', message: 'duplicate event' }]);
  expect(await jobs()).toHaveLength(before + 1);
  expect((await deliver(webhook(id, { item: { type: 'ping', message: 'x' } })))[0]).toBe(200);
  expect((await deliver(webhook(id, { item: { type: 'contact', id } })))[0]).toBe(200);
  expect(await jobs()).toHaveLength(before + 1);
  expect(await deliver(webhook(id, { secret: 'other' }))).toEqual(rejected(invalidSignature));
  expect(await deliver({ ...signed, headers: {} })).toEqual(rejected(missingSignature));
});

test('each kind of error is reported with its own next step', async () => {
  const { id, say, work, wait, notes, dead, query, connect: save } = await connected();
  const fail = (response: { status: number; headers?: Record<string, string>; body?: unknown }) =>
    intercom().faults.push({ matches: /POST .*reply$/, response });
  const reset = String(Math.ceil(Date.now() / 1_000) + 40);
  fail({ status: 429, headers: { 'X-RateLimit-Reset': reset } });
  await say(id, 'One.');
  await work();
  expect(await wait()).toBeGreaterThan(30);
  fail({ status: 503 });
  for (let attempt = 0; attempt < 2; attempt += 1) await work({ isAll: true });
  expect(onlyConversation().parts).toHaveLength(2);
  const errors = [{ code: 'parameter_invalid', message: 'The body is too long' }];
  fail({ status: 422, body: { type: 'error.list', errors } });
  await say(id, 'Two.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/does not accept the message.*> The body is too long/s);
  await save({ credentials: { ...intercom().credentials, access_token: 'old' } });
  await say(id, 'Three.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/^Intercom rejects our credentials/);
  onlyConversation().isGone = true;
  await save({ credentials: { access_token: intercom().credentials.access_token } });
  await work();
  expect((await notes(id)).at(-1)).toMatch(/deleted in Intercom/);
  expect(await dead()).not.toEqual([]);
  const every = await query('select every_seconds from support.help_desks');
  expect(every.at(-1)).toEqual({ every_seconds: 60 });
});
