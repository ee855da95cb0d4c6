import { expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import { draft } from './support/api.ts';
import { openZendeskForFile } from './support/desks/zendeskFile.ts';
import { dataOf } from './support/envelope.ts';
import { startStandIn } from './support/standIn.ts';
import { png, upload } from './support/upload.ts';

const { zendesk, onlyTicket, connect, connected } = openZendeskForFile();

test('files of the visitor go to the help desk, and one that it rejects is named', async () => {
  const { app, page, request, work } = await connect();
  const send = async (name: string, bytes: Uint8Array | string) =>
    (await dataOf(await upload(app, page, { name, bytes }), Attachment)).id;
  const ids = [await send('picture.png', png), await send('big.log', 'text'.repeat(9))];
  zendesk().faults.push({ matches: /uploads.*big/, response: { status: 413, body: 'Too large' } });
  await request({ attachments: ids });
  await work();
  const [event] = onlyTicket().audits[0]?.events ?? [];
  expect(event?.attachments).toMatchObject([{ file_name: 'picture.png', size: png.length }]);
  expect([...zendesk().files.values()][0]).toEqual(png);
  expect(event?.body).toBe(
    `${draft.description}\n\n(The file big.log was not accepted here. See the request.)`,
  );
});

test('files of an agent arrive, and those that the account does not accept are named to the team', async () => {
  const rules = { max_files: 2, max_bytes: 2_000, types: ['image/*', 'text/plain'] };
  const { id, theirs, report, read, notes } = await connected({
    tenant: { attachments: JSON.stringify(rules) },
  });
  const { addFile, comment } = zendesk();
  const large = addFile('large.txt', Buffer.alloc(3_000, 'x'));
  comment(theirs, {
    body: 'See the pictures.',
    files: [
      addFile('one.png', png),
      large,
      { ...large, file_name: 'unknown.txt', size: 1 },
      addFile('tool.exe', Buffer.from('MZ\u0090\u0000')),
      addFile('two.png', png),
      addFile('three.png', png),
    ],
  });
  await report();
  const last = (await read(id)).messages.at(-1);
  expect(last?.body).toBe('See the pictures.');
  expect(last?.attachments.map(({ name, size }) => [name, size])).toEqual([
    ['one.png', png.length],
    ['two.png', png.length],
  ]);
  const [note = ''] = await notes(id);
  for (const name of ['large.txt', 'unknown.txt', 'tool.exe', 'three.png']) {
    expect(note).toContain(`\`${name}\``);
  }
});

test('a redirect of a file to another host does not receive our credentials', async () => {
  const { id, theirs, report, read } = await connected();
  const storage = await startStandIn();
  storage.respond(() => ({ status: 200, body: png }));
  const { addFile, comment, faults } = zendesk();
  const file = addFile('one.png', png);
  const location = { Location: `${storage.url}/signed/one.png` };
  faults.push({ matches: /^GET .attachments/, response: { status: 302, headers: location } });
  comment(theirs, { body: 'Here.', files: [file] });
  await report();
  expect((await read(id)).messages.at(-1)?.attachments).toHaveLength(1);
  expect(storage.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  await storage.close();
});

test('a file that cannot be downloaded now is imported with its message later, once', async () => {
  const { id, theirs, deliver, work, seen, read } = await connected();
  const { addFile, comment, faults } = zendesk();
  const file = addFile('one.png', png);
  faults.push({ matches: /^GET .attachments/, response: { status: 500 } });
  comment(theirs, { body: 'Before.' });
  comment(theirs, { body: 'With file.', files: [file] });
  await deliver(zendesk().webhook(theirs));
  await work();
  expect(await seen(id)).toHaveLength(2);
  await work({ isAll: true });
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['Before.', 'With file.']);
  expect((await read(id)).messages.at(-1)?.attachments).toHaveLength(1);
});
