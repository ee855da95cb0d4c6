import { expect, test } from 'vitest';
import { readMime } from '../../server/ask/readMime.ts';

/** Reads texts of a mail with one byte per character. */
const read = (raw: string) =>
  readMime(Buffer.from(raw, 'latin1'), { from: 'envelope@customer.example', to: [] });
const bytes = (text: string) => Buffer.from(text).toString('latin1');
const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
const parts = (type: string, ...all: string[]) =>
  `Content-Type: ${type}; boundary=b\r\n\r\n${all.join('')}--b--\r\n`;
const plain = part('Content-Type: text/plain', 'It stopped.');

test.each([
  ['UTF-8 whose bytes are Latin-1', 'text/plain; charset=utf-8', 'Gr\xfc\xdfe', 'Grüße'],
  [
    'Latin-1 whose bytes are UTF-8',
    'text/plain; charset=iso-8859-1',
    bytes('Grüße, 你好'),
    'Grüße, 你好',
  ],
  ['ASCII whose bytes are windows-1252', 'text/plain; charset=us-ascii', '49 \x80', '49 €'],
  ['no charset in Latin-1', 'text/plain', 'Gr\xfc\xdfe', 'Grüße'],
  ['no charset in UTF-8', 'text/plain', bytes('Grüße 你好'), 'Grüße 你好'],
  [
    'no charset, Japanese in Shift_JIS',
    'text/plain',
    '\x8d\xf0\x93\xfa\x82\xa9\x82\xe7\x83\x81\x81[\x83\x8b\x82\xaa\x93\xcd\x82\xab\x82\xdc\x82\xb9\x82\xf1\x81B',
    '昨日からメールが届きません。',
  ],
  [
    'no charset, Japanese in EUC-JP',
    'text/plain',
    '\xba\xf2\xc6\xfc\xa4\xab\xa4\xe9\xa5\xe1\xa1\xbc\xa5\xeb\xa4\xac\xc6\xcf\xa4\xad\xa4\xde\xa4\xbb\xa4\xf3\xa1\xa3',
    '昨日からメールが届きません。',
  ],
  [
    'no charset, Chinese in GBK',
    'text/plain',
    '\xd7\xf2\xcc\xec\xbf\xaa\xca\xbc\xca\xd5\xb2\xbb\xb5\xbd\xd3\xca\xbc\xfe\xa3\xac\xc7\xeb\xb0\xef\xc3\xa6\xbc\xec\xb2\xe9\xa1\xa3',
    '昨天开始收不到邮件，请帮忙检查。',
  ],
  [
    'no charset, Chinese in Big5',
    'text/plain',
    '\xacQ\xa4\xd1\xb6}\xa9l\xa6\xac\xa4\xa3\xa8\xec\xb6l\xa5\xf3\xa1A\xbd\xd0\xc0\xb0\xa6\xa3\xc0\xcb\xacd\xa1C',
    '昨天開始收不到郵件，請幫忙檢查。',
  ],
  [
    'no charset, Korean in EUC-KR',
    'text/plain',
    '\xbe\xee\xc1\xa6\xba\xce\xc5\xcd \xb8\xde\xc0\xcf\xc0\xcc \xb5\xb5\xc2\xf8\xc7\xcf\xc1\xf6 \xbe\xca\xbd\xc0\xb4\xcf\xb4\xd9.',
    '어제부터 메일이 도착하지 않습니다.',
  ],
  ['a charset that does not exist', 'text/plain; charset=unknown-8bit', 'Gr\xfc\xdfe', 'Grüße'],
  [
    'a charset of a program of its own',
    'text/plain; charset="_iso-2022-jp$ESC"',
    '\x1b$B$3$s\x1b(B',
    'こん',
  ],
  ['a type without its second half', 'text', 'It stopped.', 'It stopped.'],
  ['a type that is read as text', 'text/markdown', 'It stopped.', 'It stopped.'],
  ['Shift_JIS', 'text/plain; charset=Shift_JIS', '\x82\xb1', 'こ'],
  ['windows-1251', 'text/plain; charset=windows-1251', '\xcf\xf0', 'Пр'],
])('a text with %s is read', async (_name, type, body, text) => {
  expect((await read(`Content-Type: ${type}\r\n\r\n${body}`)).text.trim()).toBe(text);
});

test('a wrong charset is also detected in encoded content', async () => {
  const head = 'Content-Type: text/plain; charset=utf-8; format=flowed\r\n';
  const quoted = `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe`;
  const base64 = `${head}Content-Transfer-Encoding: base64\r\n\r\nR3L832U=`;
  expect((await read(quoted)).text).toBe('Grüße');
  expect((await read(base64)).text).toBe('Grüße');
});

test('headers without a charset are read like texts without one', async () => {
  const { subject } = await read('Subject: \xa6\xac\xa4\xa3\xa8\xec\xb6l\xa5\xf3\r\n\r\nHi');
  expect(subject).toBe('收不到郵件');
});

test('a plain text that its head calls base64 is read', async () => {
  const head = 'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  expect((await read(`${head}It stopped\r\nagain.`)).text).toBe('It stopped\nagain.');
  expect((await read(`${head}SXQg\r\nc3RvcHBlZC4=`)).text).toBe('It stopped.');
});

test('HTML is decoded by the charset that it declares', async () => {
  const html = '<meta charset="windows-1251"><p>\xcf\xf0</p>';
  expect((await read(`Content-Type: text/html\r\n\r\n${html}`)).htmlText).toBe('Пр');
});

test('each part keeps its own charset', async () => {
  const mail = parts(
    'multipart/mixed',
    part('Content-Type: text/plain; charset=utf-8', 'Gr\xfc\xdfe'),
    part('Content-Type: text/plain; charset=utf-8', bytes('你好')),
  );
  expect((await read(mail)).text).toBe('Grüße\n你好');
});

test.each([
  ['no boundary', 'Content-Type: multipart/mixed'],
  ['another boundary', 'Content-Type: multipart/mixed; boundary=other'],
])('a mail of parts with %s is read', async (_name, head) => {
  expect((await read(`${head}\r\n\r\n${plain}--b--\r\n`)).text).toContain('It stopped.');
});

test('HTML beside a text is only an alternative of it if it has the same words', async () => {
  const html = part('Content-Type: text/html', '<p>Since Tuesday.</p>');
  const both = await read(parts('multipart/mixed', plain, html));
  expect(both).toMatchObject({ text: '', htmlText: 'It stopped.\n\nSince Tuesday.' });
  const other = await read(parts('multipart/alternative', plain, html));
  expect(other).toMatchObject({ text: '', htmlText: 'It stopped.\n\nSince Tuesday.' });
  const same = part('Content-Type: text/html', '<p>It <b>stopped</b>.</p>');
  const alternative = await read(parts('multipart/alternative', plain, same));
  expect(alternative).toMatchObject({ text: 'It stopped.', htmlText: 'It stopped.' });
});

test('a text with a name is a file, and a part for programs is not', async () => {
  const { files, text } = await read(
    parts(
      'multipart/signed',
      plain,
      part(
        'Content-Type: text/plain\r\nContent-Disposition: inline;\r\n filename="send.log"',
        '421',
      ),
      part('Content-Type: application/pkcs7-signature; name="smime.p7s"', 'x'),
      part('Content-Type: application/pgp-signature; name="signature.asc"', 'x'),
      part('Content-Type: text/x-amp-html', '<p>x</p>'),
    ),
  );
  expect(text).toBe('It stopped.');
  expect(files?.map(({ name }) => name)).toEqual(['send.log']);
});

test.each([
  ['a comment', 'From: ada@customer.example (Ada)', 'Ada', 'ada@customer.example'],
  [
    'a group',
    'From: Team: Ada <ada@customer.example>, b@customer.example;',
    'Ada',
    'ada@customer.example',
  ],
  ['bytes of Latin-1', 'From: \xc1da <ada@customer.example>', 'Áda', 'ada@customer.example'],
  [
    'nothing but an address for answers',
    'Reply-To: Ada <ada@customer.example>',
    'Ada',
    'ada@customer.example',
  ],
  ['nothing', 'X: y', '', 'envelope@customer.example'],
  ['an empty group', 'From: undisclosed:;', '', 'envelope@customer.example'],
])('a sender given by %s is recognized', async (_name, head, fromName, from) => {
  expect(await read(`${head}\r\n\r\nHi`)).toMatchObject({ fromName, from });
});
