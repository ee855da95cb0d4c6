import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openHubspotForFile } from './support/desks/hubspotFile.ts';
import { dataOf } from './support/envelope.ts';
import { png, upload } from './support/upload.ts';

const { hubspot, onlyTicket, connect, connected } = openHubspotForFile();
const first = ['visitor', null, draft.description];
const stage = () => onlyTicket().properties.hs_pipeline_stage;
const bodies = (type: 'notes' | 'emails') =>
  hubspot()
    .listOf(type)
    .map(({ properties }) => properties.hs_note_body ?? properties.hs_email_html);
const toAda = {
  hs_email_direction: 'EMAIL',
  hs_email_status: 'SENT',
  hs_email_to_email: draft.email,
};

test('a request is a ticket of its contact, with an e-mail, and the facts as a note', async () => {
  const { request, work, say, answer, ticket } = await connect();
  const id = await request({ priority: 'critical', description: 'Is 1 < 2 & true?' });
  await say(id, 'One more thing.');
  await answer(id, 'From our desk.');
  await answer(id, 'Our note.', true);
  await work();
  const [contact] = hubspot().listOf('contacts');
  expect(contact?.properties).toEqual({
    email: draft.email,
    firstname: 'Ada',
    lastname: 'Lovelace',
  });
  const made = onlyTicket();
  expect(made.belongsTo).toEqual([contact?.id]);
  expect(made.properties).toMatchObject({ subject: draft.subject, hs_pipeline: '0' });
  expect(bodies('emails')).toEqual(['Is 1 &lt; 2 &amp; true?', 'One more thing.']);
  const [mail] = hubspot().listOf('emails');
  expect(mail?.belongsTo).toEqual([made.id, contact?.id]);
  expect(mail?.properties).toMatchObject({
    hs_email_direction: 'INCOMING_EMAIL',
    hs_email_from_email: draft.email,
  });
  expect(bodies('notes')).toEqual([
    expect.stringMatching(/^Request: .*<br>Priority: critical$/),
    'Answer to the customer, Acme Support:<br><br>From our desk.',
    'Note, Acme Support:<br><br>Our note.',
  ]);
  const url = `https://app-eu1.hubspot.com/contacts/62515/record/0-5/${made.id}`;
  expect((await ticket(id)).help_desk).toMatchObject({ number: `#${made.id}`, url, problem: null });
});

test('mails between an agent and the customer, and notes that begin with Reply:, are public', async () => {
  const { id, report, seen, notes } = await connected();
  const { id: theirs } = onlyTicket();
  const { write } = hubspot();
  const by = { hs_email_from_firstname: 'Hana', hs_email_from_lastname: 'Agent' };
  write('emails', theirs, { ...toAda, ...by, hs_email_html: '<p>Which <b>address</b>?</p>' });
  write('notes', theirs, { hs_note_body: '<div>Reply: By note.</div>' });
  write('notes', theirs, { hs_note_body: '<p>Known bug.</p>' });
  const reply = `Mine.<div class="gmail_quote"><div class="gmail_attr">On 1/1/2036 Hana &lt;h@acme.example&gt; wrote:</div><blockquote class="gmail_quote">Which address?</blockquote></div>`;
  const fromAda = {
    hs_email_direction: 'INCOMING_EMAIL',
    hs_email_from_email: draft.email.toUpperCase(),
    hs_email_to_email: 'h@acme.example',
  };
  write('emails', theirs, { ...fromAda, hs_email_html: reply });
  await report();
  await report();
  expect(await seen(id)).toEqual([
    first,
    ['agent', 'Hana Agent', 'Which address?'],
    ['agent', 'Hana Agent', 'By note.'],
    ['visitor', null, 'Mine.'],
  ]);
  expect(await notes(id)).toEqual(['Known bug.']);
});

test('drafts never reach the visitor, and mails with other people are internal', async () => {
  const { id, report, seen, notes } = await connected();
  const { id: theirs } = onlyTicket();
  const { write } = hubspot();
  write('emails', theirs, { ...toAda, hs_email_direction: 'DRAFT_EMAIL', hs_email_text: 'Draft' });
  const later = write('emails', theirs, {
    ...toAda,
    hs_email_status: 'SCHEDULED',
    hs_email_text: 'Later.',
  });
  write('emails', theirs, { ...toAda, hs_email_to_email: 'x@s.example', hs_email_text: 'Fix?' });
  write('emails', theirs, {
    hs_email_direction: 'INCOMING_EMAIL',
    hs_email_from_email: 'x@s.example',
    hs_email_text: 'We fix it.',
  });
  write('emails', theirs, { hs_email_direction: 'FORWARDED_EMAIL', hs_email_text: 'Forwarded.' });
  await report();
  expect(await seen(id)).toEqual([first]);
  expect(await notes(id)).toEqual(['Fix?', 'We fix it.', 'Forwarded.']);
  later.properties.hs_email_status = 'SENT';
  await report();
  expect((await seen(id)).at(-1)).toEqual(['agent', null, 'Later.']);
});

test('a request that waits, is closed or opened again has the same status on both sides', async () => {
  const { id, report, read, say, work, setStatus } = await connected();
  const status = async () => (await read(id)).ticket.status;
  expect(stage()).toBe('1');
  onlyTicket().properties.hs_pipeline_stage = '2';
  await report();
  expect(await status()).toBe('pending');
  await setStatus(id, 'on_hold');
  await work();
  await report();
  expect([await status(), stage()]).toEqual(['on_hold', '2']);
  await say(id, 'Here it is.');
  await work();
  expect(stage()).toBe('3');
  onlyTicket().properties.hs_pipeline_stage = 'escalated';
  await setStatus(id, 'pending');
  await work();
  await report();
  expect([await status(), stage()]).toEqual(['pending', 'escalated']);
  onlyTicket().properties.hs_pipeline_stage = '4';
  await report();
  expect(await status()).toBe('resolved');
  await say(id, 'It is back.');
  await work();
  expect(stage()).toBe('3');
  await setStatus(id, 'resolved');
  await work();
  expect(stage()).toBe('4');
});

test('in a pipeline of the team, only closing and opening are carried over', async () => {
  const { credentials } = hubspot();
  const opened = await connect();
  await opened.connect({ credentials: { ...credentials, pipeline_id: '7700' } });
  const id = await opened.request();
  await opened.work();
  expect(stage()).toBe('own-new');
  await opened.setStatus(id, 'pending');
  await opened.work();
  expect(stage()).toBe('own-new');
  await opened.setStatus(id, 'resolved');
  await opened.work();
  expect(stage()).toBe('own-done');
  await opened.say(id, 'It is back.');
  await opened.work();
  expect(stage()).toBe('own-new');
});

test('files go both ways, by the rules of each side', async () => {
  const { app, page, request, say, work, watch, read } = await connect();
  const send = async (name: string, bytes: Uint8Array | string) =>
    (await dataOf(await upload(app, page, { name, bytes }), Attachment)).id;
  const id = await request({ attachments: [await send('a.png', png)] });
  await say(id, 'The logs.', [await send('b.log', 'x')]);
  await work();
  const [mail, next] = hubspot().listOf('emails');
  expect(hubspot().files.get(String(mail?.properties.hs_attachment_ids))).toEqual(png);
  expect(next?.properties).not.toHaveProperty('hs_attachment_ids');
  expect(next?.properties.hs_email_text).toMatch(/^The logs\.\s+\(The file b\.log was not/);
  const list = `${hubspot().addFile('c.png', png)};${hubspot().addFile('d.txt', Buffer.from('x'))}`;
  hubspot().faults.push({ matches: /^GET .files.v3.files.\d+$/, response: { status: 403 } });
  hubspot().write('notes', onlyTicket().id, {
    hs_note_body: 'Reply: See.',
    hs_attachment_ids: list,
  });
  await watch({ isDue: true });
  await work();
  const last = (await read(id)).messages.at(-1);
  expect(last?.attachments.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^File \d+/),
    'd.txt',
  ]);
});
