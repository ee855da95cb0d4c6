import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openFreshdeskForFile } from './support/desks/freshdeskFile.ts';
import { dataOf } from './support/envelope.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';
import { png, upload } from './support/upload.ts';

const { freshdesk, onlyTicket, connect, connected } = openFreshdeskForFile();
const first = ['visitor', null, draft.description];
const notesOf = () =>
  onlyTicket().notes.map((note) => [
    note.private ? 'private' : note.incoming ? 'customer' : 'public',
    note.body_text.slice(0, 40),
  ]);

test('a request is a ticket of the customer, with the facts as a private note', async () => {
  const { request, work, say, answer, ticket } = await connect();
  const id = await request({ priority: 'critical', description: 'Is 1 < 2 & true?' });
  await say(id, 'One more thing.');
  await answer(id, 'From our desk.');
  await answer(id, 'Our note.', true);
  await work();
  const made = onlyTicket();
  expect(made).toMatchObject({ email: draft.email, subject: draft.subject, priority: 4 });
  expect(made.description_text).toBe('Is 1 < 2 & true?');
  expect(notesOf()).toEqual([
    ['private', expect.stringMatching(/^Request: /)],
    ['customer', 'One more thing.'],
    ['public', 'Acme Support:  From our desk.'],
    ['private', 'Acme Support:  Our note.'],
  ]);
  expect((await ticket(id)).help_desk).toMatchObject({ number: `#${made.id}`, problem: null });
});

test('replies, notes and forwarded mails of Freshdesk are visible to the same people here', async () => {
  const { id, report, seen, notes } = await connected();
  const { id: theirs, requester_id: user_id } = onlyTicket();
  freshdesk().write(theirs, { body_text: 'Which address?' });
  freshdesk().write(theirs, { body_text: 'Known bug.', private: true, source: 2 });
  freshdesk().write(theirs, { body_text: 'Fwd to the supplier', source: 8 });
  freshdesk().write(theirs, { body_text: 'By mail.', incoming: true, user_id });
  await report();
  await report();
  expect(await seen(id)).toEqual([
    first,
    ['agent', 'Fred Agent', 'Which address?'],
    ['visitor', null, 'By mail.'],
  ]);
  expect(await notes(id)).toEqual(['Known bug.', 'Fwd to the supplier']);
});

test('a request that is resolved, closed or opened again has the same status on both sides', async () => {
  const { id, report, read, say, work, setStatus } = await connected();
  const status = async () => (await read(id)).ticket.status;
  onlyTicket().status = 3;
  await report();
  expect(await status()).toBe('pending');
  await setStatus(id, 'on_hold');
  await work();
  await report();
  expect(await status()).toBe('on_hold');
  onlyTicket().status = 5;
  await report();
  expect(await status()).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(onlyTicket().status).toBe(2);
  await setStatus(id, 'resolved');
  await work();
  expect(onlyTicket().status).toBe(4);
});

test.each([
  ['ticket', /POST .*tickets$/],
  ['facts', /POST .*notes/],
])('a %s without a response exists once after the retry', async (_case, matches) => {
  const { request, say, work, deliver, seen, notes } = await connect({ timeoutMs: 150 });
  freshdesk().faults.push({ matches, response: 'hang', isApplied: true });
  const id = await request();
  await say(id, 'Second.');
  await work();
  await work({ isAll: true });
  await deliver(freshdesk().webhook(onlyTicket().id));
  await work({ isAll: true });
  expect(notesOf().map(([kind]) => kind)).toEqual(['private', 'customer']);
  expect(await seen(id)).toHaveLength(2);
  expect(await notes(id)).toEqual([]);
});

test('two equal messages without a response both exist once, and are not imported', async () => {
  const { id, say, work, report, seen } = await connected({ timeoutMs: 150 });
  await say(id, 'Hello?');
  await work();
  freshdesk().faults.push({ matches: /POST .*notes/, response: 'hang', isApplied: true });
  await say(id, 'Hello?');
  await work();
  await report();
  expect(notesOf().map(([, body]) => body)).toEqual([expect.any(String), 'Hello?', 'Hello?']);
  expect(await seen(id)).toHaveLength(3);
});

test('an answer whose event got lost is found, on any page of the changes', async () => {
  const { id, watch, work, seen } = await connected();
  const ticket = onlyTicket();
  freshdesk().write(ticket.id, { body_text: 'Did you get this?' });
  freshdesk().tickets.unshift(...Array.from({ length: 100 }, () => ({ ...ticket, id: 1 })));
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Fred Agent', 'Did you get this?']);
});

test('webhook requests without the secret are rejected', async () => {
  const { deliver } = await connected();
  const { id } = onlyTicket();
  expect(await deliver(freshdesk().webhook(id))).toEqual([200, { status: 'success' }]);
  const wrong = {
    status: 'error',
    message: invalidSignature,
  };
  expect(await deliver(freshdesk().webhook(id, 'other'))).toEqual([400, wrong]);
  const missing = { ...freshdesk().webhook(id), headers: {} };
  expect(await deliver(missing)).toEqual([
    400,
    {
      status: 'error',
      message: missingSignature,
    },
  ]);
});

test('each kind of error is reported with its own next step', async () => {
  const { id, say, work, wait, notes, query, connect: save } = await connected();
  freshdesk().faults.push({
    matches: /notes/,
    response: { status: 429, headers: { 'Retry-After': '34' } },
  });
  await say(id, 'One.');
  await work();
  expect(await wait()).toBeGreaterThan(30);
  freshdesk().faults.push({ matches: /notes/, response: { status: 500 } });
  await work({ isAll: true });
  await work({ isAll: true });
  expect(notesOf().at(-1)).toEqual(['customer', 'One.']);
  const body = { errors: [{ field: 'body', message: 'It is too long' }] };
  freshdesk().faults.push({ matches: /notes/, response: { status: 400, body } });
  await say(id, 'Two.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/does not accept the message.*> body: It is too long/s);
  await save({ credentials: { ...freshdesk().credentials, api_key: 'old' } });
  await say(id, 'Three.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/^Freshdesk rejects our credentials/);
  await save();
  onlyTicket().deleted = true;
  await query(
    `insert into support.jobs (tenant_id, id, type, payload) select tenant_id, gen_random_uuid(), 'desk_receive', jsonb_build_object('ticketId', id) from support.tickets where id = '${id}'`,
  );
  await work();
  expect((await notes(id)).at(-1)).toMatch(/deleted in Freshdesk/);
});

test('files go both ways, by the rules of each side', async () => {
  const { app, page, request, say, work, deliver, read } = await connect();
  const send = async (name: string, bytes: Uint8Array | string) =>
    (await dataOf(await upload(app, page, { name, bytes }), Attachment)).id;
  const id = await request({ attachments: [await send('a.png', png)] });
  await say(id, 'The log.', [await send('b.log', 'x')]);
  await work();
  const { attachments, id: theirs } = onlyTicket();
  expect(attachments.map(({ name }) => name)).toEqual(['a.png']);
  expect([...freshdesk().files.values()].at(-1)).toEqual(png);
  expect(onlyTicket().notes.at(-1)?.body_text).toMatch(/^The log\.\s+\(The file b\.log was not/);
  freshdesk().write(theirs, {
    body_text: 'See.',
    attachments: [freshdesk().addFile('c.png', png)],
  });
  await deliver(freshdesk().webhook(theirs));
  await work();
  expect((await read(id)).messages.at(-1)?.attachments).toMatchObject([{ name: 'c.png' }]);
});
