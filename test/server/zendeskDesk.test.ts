import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { openZendeskForFile } from './support/desks/zendeskFile.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';

const { zendesk, onlyTicket, connect, connected } = openZendeskForFile();
const first = ['visitor', null, draft.description];

test('a request is created with its customer, facts and notes', async () => {
  const { request, work, answer, ticket } = await connect();
  const context = { url: 'https://app.acme.example/x' };
  const id = await request({ priority: 'critical', context });
  await answer(id, 'Please look.', true);
  await work();
  const made = onlyTicket();
  expect(made).toMatchObject({ external_id: id, subject: draft.subject, priority: 'urgent' });
  const [description, facts, note] = zendesk().comments(made.id);
  expect(description).toEqual(['public', made.requester_id, draft.description]);
  expect(facts?.[0]).toBe('note');
  expect(facts?.[2]).toContain('Page: https://app.acme.example/x');
  expect(facts?.[2]).toContain('Address verified: no');
  expect(note).toEqual(['note', 900, 'Acme Support:\n\nPlease look.']);
  expect((await ticket(id)).help_desk).toEqual({
    name: 'Zendesk',
    number: `#${made.id}`,
    url: `${zendesk().standIn.url}/agent/tickets/${made.id}`,
    problem: null,
  });
});

test('replies of both sides arrive once, in their order, and our own are not imported', async () => {
  const { request, work, say, answer, seen, deliver } = await connect();
  const id = await request();
  await say(id, 'One more thing.');
  await work();
  const { id: theirs, requester_id: ada } = onlyTicket();
  zendesk().comment(theirs, { body: 'Which address?' });
  expect(await deliver(zendesk().webhook(theirs))).toEqual([200, { status: 'success' }]);
  await work();
  await answer(id, 'From our desk.');
  await work({ isAll: true });
  await deliver(zendesk().webhook(theirs));
  await work({ isAll: true });
  expect(await seen(id)).toEqual([
    first,
    ['visitor', null, 'One more thing.'],
    ['agent', 'Zoe Agent', 'Which address?'],
    ['agent', 'Acme Support', 'From our desk.'],
  ]);
  const shown = zendesk()
    .comments(theirs)
    .filter(([kind]) => kind === 'public');
  expect(shown.slice(1)).toEqual([
    ['public', ada, 'One more thing.'],
    ['public', 900, 'Which address?'],
    ['public', 900, 'Acme Support:\n\nFrom our desk.'],
  ]);
});

test('an internal note stays internal, and the customer’s own comment is theirs', async () => {
  const { id, theirs, ada, report, seen, notes } = await connected();
  zendesk().comment(theirs, { body: 'Known bug, do not tell.', isInternal: true });
  zendesk().comment(theirs, { body: 'I answered by mail.', by: ada });
  await report();
  expect(await seen(id)).toEqual([first, ['visitor', 'Ada Lovelace', 'I answered by mail.']]);
  expect(await notes(id)).toEqual(['Known bug, do not tell.']);
});

test('a request that is solved, reopened by the visitor or resolved here has the same status on both sides', async () => {
  const { id, theirs, report, work, say, read, setStatus } = await connected();
  zendesk().setStatus(theirs, 'pending');
  await report();
  expect((await read(id)).ticket.status).toBe('pending');
  zendesk().setStatus(theirs, 'solved');
  await report();
  expect((await read(id)).ticket.status).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(onlyTicket().status).toBe('open');
  await setStatus(id, 'resolved');
  await work();
  expect(onlyTicket().status).toBe('solved');
  await report();
  expect((await read(id)).ticket.status).toBe('resolved');
});

test('a message that is not sent yet keeps a request open that Zendesk solved before', async () => {
  const { id, theirs, report, say, read } = await connected();
  zendesk().setStatus(theirs, 'solved');
  await say(id, 'Not solved at all.');
  await report();
  expect((await read(id)).ticket.status).toBe('open');
  expect(onlyTicket().status).toBe('open');
});

test('a reply to a closed ticket opens one that follows it', async () => {
  const { id, theirs, report, work, say, seen, deliver, ticket } = await connected();
  zendesk().setStatus(theirs, 'closed');
  await report();
  await say(id, 'It is back.');
  await work();
  const [, follower] = zendesk().tickets;
  expect(follower).toMatchObject({ followsId: theirs, external_id: id, status: 'open' });
  const followerId = follower?.id ?? 0;
  expect(
    zendesk()
      .comments(followerId)
      .map(([, , body]) => body),
  ).toEqual(['It is back.']);
  zendesk().comment(followerId, { body: 'We look again.' });
  await deliver(zendesk().webhook(followerId));
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Zoe Agent', 'We look again.']);
  expect((await ticket(id)).help_desk?.number).toBe(`#${followerId}`);
});

test('events with a wrong, missing or old signature are rejected, and a repeated one is known', async () => {
  const { theirs, deliver, query } = await connected();
  const rejected = (message: string) => [400, { status: 'error', message }];
  const event = zendesk().webhook(theirs);
  expect(await deliver(event)).toEqual([200, { status: 'success' }]);
  expect(await deliver(event)).toEqual([200, { status: 'success', message: 'duplicate event' }]);
  const wrong = zendesk().webhook(theirs, 'ticket.comment_added', { secret: 'other' });
  expect(await deliver(wrong)).toEqual(rejected(invalidSignature));
  const old = zendesk().webhook(theirs, 'ticket.comment_added', { at: Date.now() - 6 * 60_000 });
  expect(await deliver(old)).toEqual(rejected(invalidSignature));
  expect(await deliver({ ...event, headers: {} })).toEqual(rejected(missingSignature));
  const changed = { ...event, body: event.body.replace('OPEN', 'HOLD') };
  expect(await deliver(changed)).toEqual(rejected(invalidSignature));
  const jobs = await query(
    `select 1 from support.jobs where type = 'desk_receive' and run_at <= now()`,
  );
  expect(jobs).toHaveLength(1);
  const stored = await query(`select received_events::text as row from support.received_events`);
  expect(JSON.stringify(stored)).not.toContain('A secret');
});

test('events for tickets of others, and of other kinds, change nothing', async () => {
  const { deliver, query, theirs } = await connected();
  expect(await deliver(zendesk().webhook(1))).toEqual([200, { status: 'success' }]);
  expect(await deliver(zendesk().webhook(theirs, 'user.created'))).toEqual([
    200,
    { status: 'success' },
  ]);
  const due = `select 1 from support.jobs where type = 'desk_receive' and run_at <= now()`;
  expect(await query(due)).toEqual([]);
});
