import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openLinearForFile } from './support/desks/linearFile.ts';
import { dataOf } from './support/envelope.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';
import { png, upload } from './support/upload.ts';

const { linear, onlyIssue, connect, connected } = openLinearForFile();
const first = ['visitor', null, draft.description];

test('a request is an issue of the team, with its customer and facts', async () => {
  const { request, work, say, ticket } = await connect();
  const id = await request({ priority: 'high' });
  await say(id, 'One more thing.');
  await work();
  const issue = onlyIssue();
  expect(issue).toMatchObject({ id, title: draft.subject, priority: 2 });
  expect(issue.description).toMatch(/^Since this morning\./);
  expect(issue.description).toContain('Customer: Ada Lovelace (ada@customer.example)');
  expect(issue.comments.map(({ body }) => body)).toEqual(['**Customer:**\n\nOne more thing.']);
  expect((await ticket(id)).help_desk).toMatchObject({ number: 'SUP-1', url: issue.url });
});

test('only a comment that begins with Reply: reaches the visitor, once', async () => {
  const { id, report, seen, notes, answer, work, deliver } = await connected();
  linear().comment(id, 'Can we tell the customer about the bug?');
  linear().comment(id, 'Reply: It is fixed.\nPlease try again.');
  linear().comment(id, '/reply And thank you.');
  await report();
  await answer(id, 'From our desk.');
  await answer(id, 'Our note.', true);
  await work({ isAll: true });
  await deliver(linear().webhook({ type: 'Comment', data: { id: 'x', issueId: id } }));
  await work({ isAll: true });
  expect(await seen(id)).toEqual([
    first,
    ['agent', 'Lin Engineer', 'It is fixed.\nPlease try again.'],
    ['agent', 'Lin Engineer', 'And thank you.'],
    ['agent', 'Acme Support', 'From our desk.'],
  ]);
  expect(await notes(id)).toEqual(['Can we tell the customer about the bug?', 'Our note.']);
  expect(
    onlyIssue()
      .comments.slice(-2)
      .map(({ body }) => body),
  ).toEqual([
    '**Answer to the customer, Acme Support:**\n\nFrom our desk.',
    '**Note, Acme Support:**\n\nOur note.',
  ]);
});

test('a completed issue resolves the request, and a reply of the visitor opens both again', async () => {
  const { id, report, read, say, work, setStatus } = await connected();
  onlyIssue().stateId = 'doing';
  await report();
  expect((await read(id)).ticket.status).toBe('open');
  await setStatus(id, 'pending');
  await work();
  await report();
  expect((await read(id)).ticket.status).toBe('pending');
  onlyIssue().stateId = 'done';
  await report();
  expect((await read(id)).ticket.status).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(onlyIssue().stateId).toBe('todo');
  await setStatus(id, 'resolved');
  await work();
  expect(onlyIssue().stateId).toBe('done');
});

test('an answer whose event got lost is found, on any page of the changes', async () => {
  const { id, watch, work, seen } = await connected();
  linear().comment(id, 'Reply: Did you get this?');
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Lin Engineer', 'Did you get this?']);
});

test('events with a wrong, missing or old signature are rejected, and a repeated one is known', async () => {
  const { id, deliver, query } = await connected();
  const rejected = (message: string) => [400, { status: 'error', message }];
  const event = { type: 'Comment', data: { id: 'c', issueId: id, body: 'A secret' } };
  const signed = linear().webhook(event);
  expect(await deliver(signed)).toEqual([200, { status: 'success' }]);
  expect(await deliver(signed)).toEqual([200, { status: 'success', message: 'duplicate event' }]);
  expect(await deliver(linear().webhook(event, { secret: 'other' }))).toEqual(
    rejected(invalidSignature),
  );
  const old = linear().webhook(event, { at: Date.now() - 61_000 });
  expect(await deliver(old)).toEqual(rejected(invalidSignature));
  expect(await deliver({ ...signed, headers: {} })).toEqual(rejected(missingSignature));
  const stored = await query('select received_events::text as row from support.received_events');
  expect(JSON.stringify(stored)).not.toContain('A secret');
});

test.each([
  ['an issue without a response', 'issueCreate'],
  ['a comment without a response', 'commentCreate'],
])('%s is created once, and is not imported', async (_case, mutation) => {
  const { request, say, work, deliver, seen } = await connect({ timeoutMs: 150 });
  const id = await request();
  await say(id, 'Second.');
  linear().faults.push({ matches: /graphql/, body: mutation, response: 'hang', isApplied: true });
  await work();
  await work({ isAll: true });
  await deliver(linear().webhook({ type: 'Issue', data: { id } }));
  await work({ isAll: true });
  expect(onlyIssue().comments).toHaveLength(1);
  expect(await seen(id)).toEqual([first, ['visitor', null, 'Second.']]);
});

test('an issue that exists already without a record here is found by its id', async () => {
  const { request, work, query } = await connect({ timeoutMs: 150 });
  const id = await request();
  linear().faults.push({ matches: /graphql/, response: 'hang', isApplied: true });
  await work();
  await query('update support.external_tickets set tried_at = null');
  await work({ isAll: true });
  expect(onlyIssue().id).toBe(id);
});

test('a limit comes with status 400, and is respected until its reset', async () => {
  const { request, work, wait } = await connect();
  const extensions = { code: 'RATELIMITED', type: 'ratelimited' };
  const reset = { 'X-RateLimit-Requests-Reset': String(Date.now() + 120_000) };
  linear().faults.push({
    matches: /graphql/,
    response: { status: 400, headers: reset, body: { errors: [{ extensions }] } },
  });
  await request();
  await work();
  expect(await wait()).toBeGreaterThan(110);
  await work({ isAll: true });
  expect(linear().issues).toHaveLength(1);
});

test('wrong credentials, a wrong team, and a server error have their own next step', async () => {
  const opened = await connect();
  const failed = async (credentials: object) => {
    await opened.connect({ credentials: { ...linear().credentials, ...credentials } });
    await opened.query('delete from support.jobs');
    const id = await opened.request();
    await opened.work();
    return (await opened.notes(id))[0];
  };
  expect(await failed({ api_key: 'lin_api_old' })).toMatch(/^Linear rejects our credentials/);
  expect(await failed({ team_id: 'other' })).toMatch(/^Linear does not accept the request/);
  linear().faults.push({ matches: /graphql/, response: { status: 500, body: 'down' } });
  await opened.connect();
  await opened.query('delete from support.jobs');
  const id = await opened.request();
  await opened.work();
  expect(linear().issues).toEqual([]);
  await opened.work({ isAll: true });
  expect(onlyIssue().id).toBe(id);
});

test('an issue that was deleted is reported with the next step', async () => {
  const { id, say, work, notes } = await connected();
  onlyIssue().trashed = true;
  await say(id, 'Hello?');
  await work();
  expect(await notes(id)).toEqual([expect.stringMatching(/deleted in Linear/)]);
});

test('files go both ways, by the rules of each side', async () => {
  const { app, page, request, work, deliver, read } = await connect();
  const send = async (name: string, bytes: Uint8Array | string) =>
    (await dataOf(await upload(app, page, { name, bytes }), Attachment)).id;
  const id = await request({ attachments: [await send('a.png', png), await send('b.log', 'x')] });
  await work();
  const { description } = onlyIssue();
  const [, url = ''] = /!\[a\.png\]\((\S+)\)/.exec(description) ?? [];
  expect(linear().files.get(new URL(url).pathname)).toEqual(png);
  expect(description).toContain('(The file b.log was not accepted here.');
  linear().comment(
    id,
    `Reply: See [this](${linear().addFile(png)}) and [that](https://x.example/y).`,
  );
  await deliver(linear().webhook({ type: 'Issue', data: { id } }));
  await work();
  const last = (await read(id)).messages.at(-1);
  expect(last?.body).toBe('See this and [that](https://x.example/y).');
  expect(last?.attachments.map(({ size }) => size)).toEqual([png.length]);
});
