import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openIntercomForFile } from './support/desks/intercomFile.ts';
import { dataOf } from './support/envelope.ts';
import { png, upload } from './support/upload.ts';

const { intercom, onlyConversation, connect, connected } = openIntercomForFile();
const first = ['visitor', null, draft.description];
const said = () =>
  onlyConversation().parts.map(({ part_type, author, body }) => [part_type, author.type, body]);

test('a request is a conversation of its contact, with the facts as a note', async () => {
  const { request, work, say, answer, ticket } = await connect();
  const id = await request({ priority: 'critical', description: 'Is 1 < 2 & true?' });
  await say(id, 'One more thing.');
  await answer(id, 'From our desk.');
  await answer(id, 'Our note.', true);
  await work();
  const made = onlyConversation();
  expect(intercom().contacts).toMatchObject([{ id: made.contactId, email: draft.email }]);
  const opening = new RegExp(`^<p>${draft.subject} .\\S+.<br><br>Is 1 &lt; 2 &amp; true`);
  expect(made.source.body).toMatch(opening);
  expect(said()).toEqual([
    ['note', 'admin', expect.stringMatching(/^Request: .*<br>Priority: critical$/)],
    ['comment', 'user', '<p>One more thing.</p>'],
    ['note', 'admin', 'Answer to the customer, Acme Support:<br><br>From our desk.'],
    ['note', 'admin', 'Note, Acme Support:<br><br>Our note.'],
  ]);
  const url = `https://app.intercom.com/a/inbox/app1/inbox/conversation/${made.id}`;
  expect((await ticket(id)).help_desk).toMatchObject({ number: `#${made.id}`, url, problem: null });
});

test('replies of agents and the customer are visible, and those of a bot and notes are not', async () => {
  const { id, report, seen, notes } = await connected();
  const { id: theirs } = onlyConversation();
  const { write } = intercom();
  write(theirs, 'Which address?');
  write(theirs, 'Known bug.', { part_type: 'note' });
  write(theirs, 'For you.', { part_type: 'assignment' });
  write(theirs, 'You will get an answer.', { author: { type: 'bot', id: '9', name: 'Fin' } });
  write(theirs, '', { part_type: 'participant_added', body: null });
  write(theirs, 'By mail.', { author: { type: 'user', id: '1', name: 'Ada' } });
  write(theirs, 'Goodbye.', { part_type: 'close' });
  await report();
  await report();
  expect(await seen(id)).toEqual([
    first,
    ['agent', 'Ira Agent', 'Which address?'],
    ['visitor', null, 'By mail.'],
    ['agent', 'Ira Agent', 'Goodbye.'],
  ]);
  expect(await notes(id)).toEqual(['Known bug.', 'For you.', 'You will get an answer.']);
});

test('a conversation that is closed, snoozed or opened has the same status on both sides', async () => {
  const { id, report, read, say, work, setStatus } = await connected();
  const status = async () => (await read(id)).ticket.status;
  onlyConversation().admin_assignee_id = 5;
  await report();
  expect(await status()).toBe('open');
  onlyConversation().state = 'snoozed';
  await report();
  expect(await status()).toBe('on_hold');
  onlyConversation().state = 'closed';
  await report();
  expect(await status()).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(onlyConversation().state).toBe('open');
  await setStatus(id, 'resolved');
  await work();
  expect(onlyConversation().state).toBe('closed');
  await setStatus(id, 'open');
  await work();
  expect(onlyConversation().state).toBe('open');
});

test('files go both ways, by the rules of each side', async () => {
  const { app, page, request, say, work, watch, read } = await connect();
  const send = async (name: string, bytes: Uint8Array | string) =>
    (await dataOf(await upload(app, page, { name, bytes }), Attachment)).id;
  const id = await request({ attachments: [await send('a.png', png)] });
  await say(id, 'The logs.', [await send('b.log', 'x')]);
  await work();
  const [files, , logs] = onlyConversation().parts;
  const sent = new URL(files?.attachments[0]?.url ?? '').pathname;
  expect(intercom().files.get(sent)).toEqual(png);
  expect(logs?.body).toMatch(/The logs\..*The file b\.log was not accepted/);
  const attachments = [intercom().addFile('c.png', png)];
  intercom().write(onlyConversation().id, 'See.', { attachments });
  await watch({ isDue: true });
  await work();
  const { messages } = await read(id);
  expect(messages).toHaveLength(3);
  expect(messages.at(-1)?.attachments.map(({ name }) => name)).toEqual(['c.png']);
});
