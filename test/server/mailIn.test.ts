import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { mailOf, openMailIn } from './support/mailIn.ts';

const database = openForFile();
const open = () => openMailIn(database);
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const quote = 'On Fri, Nov 20, 2026 at 10:00 AM Acme <help@acme.example> wrote:\r\n> Hello';

test('quoted text is removed from a reply, and can be expanded', async () => {
  const { send, seen } = await open();
  await send(mailOf({}, `Works now.\r\n\r\n${quote}\r\n`));
  const message = (await seen()).at(-1);
  expect(message).toMatchObject({ body: 'Works now.', mail: { from: null } });
  expect(message?.mail?.whole).toContain('> Hello');
  await send(mailOf({}, 'All of it.'));
  expect((await seen()).at(-1)?.mail).toEqual({ from: null, whole: null });
});

test.each(['ada.private@home.example', 'ada+support@customer.example', 'grace@customer.example'])(
  'a reply from %s is added and marked',
  async (from) => {
    const { send, seen } = await open();
    await send(mailOf({ From: `Grace <${from}>` }, 'It is mailbox sales-3.'), undefined, from);
    expect((await seen()).at(-1)).toMatchObject({
      author: 'visitor',
      author_name: 'Grace',
      body: 'It is mailbox sales-3.',
      mail: { from },
    });
  },
);

test.each([
  ['windows-1252', 'It costs 49 \x80 \x96 \x93too much\x94.', 'It costs 49 € – “too much”.'],
  ['iso-8859-15', 'Preis: 5 \xa4', 'Preis: 5 €'],
  ['koi8-r', '\xf0\xf2\xe9\xf7\xe5\xf4', 'ПРИВЕТ'],
  ['gb2312', '\xc4\xe3\xba\xc3', '你好'],
  ['iso-2022-jp', '\x1b$B$3$s$K$A$O\x1b(B', 'こんにちは'],
  ['euc-kr', '\xbe\xc8\xb3\xe7', '안녕'],
])('a mail in %s is read', async (charset, body, text) => {
  const { send, seen } = await open();
  await send(mailOf({ 'Content-Type': `text/plain; charset=${charset}` }, body));
  expect((await seen()).at(-1)?.body).toBe(text);
});

test('mails with only HTML, a subject, or a picture are accepted', async () => {
  const { send, seen } = await open();
  await send(mailOf({ 'Content-Type': 'text/html' }, '<p>It stopped</p><p>again.</p>'));
  await send(mailOf({ Subject: 'solved, thank you' }, ''));
  await send(
    mailOf(
      { 'Content-Type': 'multipart/mixed; boundary="b"' },
      `--b\r\nContent-Type: image/png\r\nContent-Disposition: inline; filename="a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${png}\r\n--b--\r\n`,
    ),
  );
  const [html, subject, picture] = (await seen()).slice(1);
  expect(html?.body).toBe('It stopped\n\nagain.');
  expect(subject?.body).toBe('solved, thank you');
  expect(picture).toMatchObject({ body: '', attachments: [{ name: 'a.png', type: 'image/png' }] });
});

test('files are accepted by the rules for uploads, and a note for the team names the others', async () => {
  const { send, seen, notes } = await open();
  const part = (name: string, content: string) =>
    `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
  await send(
    mailOf(
      { 'Content-Type': 'multipart/mixed; boundary="b"' },
      `--b\r\nContent-Type: text/plain\r\n\r\nThe log:\r\n${part('send.log', '421 4.7.0')}${part('fix`**Approved** .exe', 'MZ')}--b--\r\n`,
    ),
  );
  const message = (await seen()).at(-1);
  expect(message).toMatchObject({ body: 'The log:', attachments: [{ name: 'send.log' }] });
  expect((await notes()).at(-1)?.body).toMatch(/not accepted:\n`fix'Approved \.exe`: .*program/);
});

test('a rejected mail is listed once for the team, with the reason', async () => {
  const { send, rejected, seen, id } = await open();
  const absent = mailOf({ 'Auto-Submitted': 'auto-replied' }, 'Away until Monday.');
  expect(await send(absent)).toEqual({ status: 'rejected', reason: 'absence' });
  expect(await send(absent)).toEqual({ status: 'duplicate' });
  expect(await rejected()).toMatchObject([
    { ticket_id: id, from: draft.email, reason: 'absence', text: 'Away until Monday.' },
  ]);
  const html = '<p>Away.</p><div class="gmail_attr">Acme:</div>';
  await send(mailOf({ 'Auto-Submitted': 'auto-replied', 'Content-Type': 'text/html' }, html));
  expect((await rejected()).map(({ text }) => text.replaceAll(/[\s>]+/g, ' '))).toContain(
    'Away. Acme:',
  );
  expect(await seen()).toHaveLength(1);
});
