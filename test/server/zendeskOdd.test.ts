import { expect, test } from 'vitest';
import { openZendeskForFile } from './support/desks/zendeskFile.ts';

const { zendesk, onlyTicket, connect, connected } = openZendeskForFile();

test.each([
  ['was removed', { status: 404 }],
  ['is blocked', { status: 403 }],
  ['redirects to no address', { status: 302, headers: { Location: 'https://' } }],
  ['redirects to another protocol', { status: 302, headers: { Location: 'ftp://a.example/' } }],
])('a file that %s is named, and does not hold up the messages', async (_case, response) => {
  const { id, theirs, report, seen, notes } = await connected();
  const { addFile, comment, faults } = zendesk();
  faults.push({ matches: /^GET .attachments/, response });
  comment(theirs, { body: 'With file.', files: [addFile('gone.png', Buffer.from('x'))] });
  comment(theirs, { body: 'After.' });
  await report();
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['With file.', 'After.']);
  expect(await notes(id)).toEqual([
    'Not taken from Zendesk:\n- `gone.png`: It cannot be downloaded.',
  ]);
});

test('a long conversation is read, although its answer is larger than that of a check', async () => {
  const { id, theirs, report, seen } = await connected();
  for (let count = 0; count < 3; count += 1) {
    zendesk().comment(theirs, { body: 'word '.repeat(50_000) });
  }
  zendesk().comment(theirs, { body: 'After.' });
  await report();
  expect((await seen(id)).at(-1)?.[2]).toBe('After.');
});

test('a character that the database cannot store is replaced in every answer', async () => {
  const { request, work, notes } = await connect();
  zendesk().faults.push({
    matches: /^POST/,
    response: { status: 422, body: { description: 'Bad \u0000 and \ud800.' } },
  });
  const id = await request();
  await work();
  expect(await notes(id)).toEqual([expect.stringMatching(/> Bad \ufffd and \ufffd\.$/)]);
});

test('changes of an unknown form, and a repeated comment, do not hold up the messages', async () => {
  const { id, theirs, report, seen } = await connected();
  const ticket = onlyTicket();
  zendesk().comment(theirs, { body: 'Twice.' });
  const twice = ticket.audits.at(-1);
  if (twice === undefined) throw new Error('The comment is missing.');
  const events = [{ id: 0, type: 'Change', body: {} }];
  const odd = Object.assign(structuredClone(twice), { metadata: { custom: null }, events });
  ticket.audits.push(twice, odd);
  zendesk().comment(theirs, { body: 'After.' });
  await report();
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['Twice.', 'After.']);
});

test('a comment of an unknown form is named, and does not hold up the others', async () => {
  const { id, theirs, report, seen, notes } = await connected();
  zendesk().comment(theirs, { body: 'Odd.' });
  const odd = onlyTicket().audits.at(-1);
  if (odd === undefined) throw new Error('The comment is missing.');
  odd.events.push({ id: 0, type: 'Comment', public: 'yes' });
  zendesk().comment(theirs, { body: 'After.' });
  await report();
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['After.']);
  expect(await notes(id)).toEqual([expect.stringContaining(`- change ${odd.id} (unknown form: `)]);
});

test('without credentials, the team is notified, and new ones send and read what waits', async () => {
  const { id, theirs, integrationId, say, work, watch, seen, notes, said, query, connect } =
    await connected();
  await query('delete from support.jobs');
  await query(`delete from support.integration_secrets where integration_id = '${integrationId}'`);
  await say(id, 'In between.');
  zendesk().comment(theirs, { body: 'Meanwhile.' });
  await query(`update support.help_desks set checked_at = now() - interval '1 day'`);
  await watch({ isDue: true });
  await work();
  expect(await notes(id)).toEqual([expect.stringContaining('Enter new ones')]);
  const [desk] = await query(
    `select checked_at < now() - interval '1 hour' as is_old from support.help_desks
     where integration_id = '${integrationId}'`,
  );
  expect(desk).toEqual({ is_old: true });
  await connect();
  await work({ isAll: true });
  expect(said()).toContain('In between.');
  expect((await seen(id)).map(([, , body]) => body)).toContain('Meanwhile.');
});
