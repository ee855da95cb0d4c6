import { expect, test } from 'vitest';
import { readMime } from '../../server/ask/readMime.ts';

/** Reads a mail with one byte per character. */
const read = (raw: string) =>
  readMime(Buffer.from(raw, 'latin1'), { from: 'envelope@customer.example', to: [] });
const text = '--b\r\nContent-Type: text/plain\r\n\r\nIt stopped.\r\n';
const html = '--b\r\nContent-Type: text/html\r\n\r\n<p>It stopped.</p>\r\n';
const file = (head: string) =>
  `--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n`;
const pdf = file('Content-Type: application/pdf; name=a.pdf');
const mixed = (...parts: string[]) =>
  `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}`;
const end = '--b--\r\n';

test.each([
  ['a disposition that does not exist', 'Content-Disposition: body'],
  ['a disposition in an encoded word', 'Content-Disposition: =?utf-8?Q?invalid?='],
  ['two such dispositions', 'Content-Disposition: =?x?=\r\nContent-Disposition: =?x?='],
  ['an empty disposition', 'Content-Disposition: '],
])('a text with %s is read', async (_name, head) => {
  const { text: whole, files } = await read(`Content-Type: text/plain\r\n${head}\r\n\r\nHi`);
  expect({ whole: whole.trim(), files }).toEqual({ whole: 'Hi', files: [] });
  const piece = `--b\r\nContent-Type: text/plain\r\n${head}\r\n\r\nIt stopped.\r\n`;
  expect(await read(mixed(piece, end))).toMatchObject({ text: 'It stopped.', files: [] });
});

test('a mail that is marked as attached is read, and a file with a name stays one', async () => {
  const head = 'Content-Type: text/plain\r\nContent-Disposition: attachment';
  expect((await read(`${head}\r\n\r\nHi`)).text.trim()).toBe('Hi');
  expect(await read(`${head}; filename=a.txt\r\n\r\nHi`)).toMatchObject({
    text: '',
    files: [{ name: 'a.txt' }],
  });
});

test.each([
  [
    'two dispositions',
    'Content-Type: text/plain; name=a.txt\r\nContent-Disposition: inline\r\nContent-Disposition: attachment; filename=a.txt',
    'a.txt',
  ],
  [
    'a disposition without its kind',
    'Content-Type: text/plain\r\nContent-Disposition: filename="a.txt"',
    'a.txt',
  ],
  [
    'two types',
    'Content-Type: application/octet-stream\r\nContent-Type: application/pdf; name=a.pdf',
    'a.pdf',
  ],
  ['no semicolon after its type', 'Content-Type: application/pdf name="a.pdf"', 'a.pdf'],
  [
    'spaces in its name',
    'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=report of May.pdf; size=9',
    'report of May.pdf',
  ],
])('a file with %s keeps its name', async (_name, head, name) => {
  const { text: whole, files } = await read(mixed(text, file(head), end));
  expect({ whole, names: files?.map((one) => one.name) }).toEqual({
    whole: 'It stopped.',
    names: [name],
  });
});

test.each([
  ['no end', mixed(text, pdf)],
  ['parts after the end', mixed(text, end, pdf, end)],
  ['a text above its parts', mixed('It stopped.\r\n\r\n', pdf, end)],
  ['two types', `Content-Type: text/plain\r\n${mixed(text, pdf, end)}`],
  ['blank lines above it', `\r\n \r\n${mixed(text, pdf, end)}`],
  ['a byte order mark', `\xef\xbb\xbf${mixed(text, pdf, end)}`],
  ['line breaks that were converted twice', mixed(text, pdf, end).replaceAll('\r\n', '\r\r\n')],
  ['line breaks of old systems', mixed(text, pdf, end).replaceAll('\r\n', '\r')],
  [
    'an encoding around all parts',
    `Content-Transfer-Encoding: base64\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${Buffer.from(text + pdf + end).toString('base64')}`,
  ],
])('a mail of parts with %s is read', async (_name, raw) => {
  const { text: whole, files } = await read(raw);
  expect(whole.trim()).toBe('It stopped.');
  expect(files).toMatchObject([{ name: 'a.pdf', content: Buffer.from('%PDF-1.4\n') }]);
});

test('a part without a blank line below its headers is read', async () => {
  const part = '--b\r\nContent-Type: text/plain\r\nIt stopped.\r\n';
  expect((await read(mixed(part, end))).text).toBe('It stopped.');
});

test.each(['base-64', '"base64"', 'base64 (text)', '7bit\r\nContent-Transfer-Encoding: base64'])(
  'the encoding %j is recognized',
  async (encoding) => {
    const head = `Content-Type: text/plain\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
    expect((await read(`${head}SXQgc3RvcHBlZC4=`)).text).toBe('It stopped.');
  },
);

test('an enriched text is read, and shown once beside its plain text', async () => {
  const enriched = '<bold>It</bold> stopped <<again>.\r\nYes.\r\n\r\n\r\nSince <nl>Tuesday.';
  const head = 'Content-Type: text/enriched\r\n\r\n';
  expect((await read(head + enriched)).text.trim()).toBe(
    'It stopped <again>. Yes.\n\nSince \nTuesday.',
  );
  const parts = (...all: string[]) => mixed(...all).replace('mixed', 'alternative');
  const both = await read(parts(text, `--b\r\n${head}${enriched}\r\n`, end));
  expect(both.text.trim()).toBe('It stopped.');
  const styled = await read(parts(`--b\r\n${head}It stopped.\r\n`, html, end));
  expect(styled.text.trim()).toBe('It stopped.');
});

test('a type without its first half is HTML if it says so', async () => {
  expect(await read('Content-Type: html\r\n\r\n<p>It stopped.</p>')).toMatchObject({
    htmlText: 'It stopped.',
  });
});

test('UTF-8 is recognized under the name of another charset, if it cannot be a coincidence', async () => {
  const head = 'Content-Type: text/plain; charset=windows-1251\r\n\r\n';
  const long = 'Письма снова не доходят.';
  expect((await read(head + Buffer.from(long).toString('latin1'))).text).toBe(long);
  expect((await read(`${head}\xd0\xb8`)).text).toBe('Рё');
});
