import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailbox } from '../../demo/server/mailbox.ts';
import { serveFile } from '../../demo/server/staticFiles.ts';
import { createSmtpMailer } from '../../server/mail/out/smtp.ts';

const root = mkdtempSync(join(tmpdir(), 'support-demo-'));
afterAll(() => rmSync(root, { recursive: true }));
const pages = join(root, 'pages');
beforeAll(() => {
  mkdirSync(join(pages, 'react'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(pages, 'react', 'index.html'), '<h1>React</h1>');
  writeFileSync(join(pages, 'app-BD5WXLQO.js'), 'export {}');
  writeFileSync(join(pages, 'strict.html'), 'strict');
  writeFileSync(
    join(pages, 'strict.html.headers.json'),
    '{"Content-Security-Policy":"default-src \'none\'"}',
  );
  writeFileSync(join(root, 'secret.txt'), 'secret');
});

const request = (path: string, init?: RequestInit) =>
  serveFile(new Request(`http://x${path}`, init), pages, path);

test('pages and files have their type, and are cached by their names', async () => {
  const home = await request('/');
  expect(await home?.text()).toBe('<h1>Home</h1>');
  expect(home?.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(home?.headers.get('Cache-Control')).toBe('no-cache');
  expect(await (await request('/react/'))?.text()).toBe('<h1>React</h1>');
  expect((await request('/react'))?.headers.get('Location')).toBe('http://x/react/');
  expect((await request('/app-BD5WXLQO.js'))?.headers.get('Cache-Control')).toContain('immutable');
});

test('an unchanged file is not sent again', async () => {
  const etag = (await request('/'))?.headers.get('ETag') ?? '';
  expect((await request('/', { headers: { 'If-None-Match': etag } }))?.status).toBe(304);
});

test('a browser that accepts brotli gets it with its own ETag, and others do not', async () => {
  const get = (coding: string) =>
    request('/app-BD5WXLQO.js', { headers: { 'Accept-Encoding': coding } });
  const packed = await get('gzip, deflate, br');
  expect(packed?.headers.get('Content-Encoding')).toBe('br');
  const bytes = new Uint8Array((await packed?.arrayBuffer()) ?? new ArrayBuffer());
  expect(brotliDecompressSync(bytes).toString()).toBe('export {}');
  for (const coding of ['', 'gzip', 'br;q=0', 'brotli']) {
    const plain = await get(coding);
    expect(plain?.headers.get('Content-Encoding')).toBeNull();
    expect(plain?.headers.get('ETag')).not.toBe(packed?.headers.get('ETag'));
    expect(await plain?.text()).toBe('export {}');
  }
});

test('a page can have its own headers', async () => {
  const strict = await request('/strict.html');
  expect(strict?.headers.get('Content-Security-Policy')).toBe("default-src 'none'");
  expect(await request('/strict.html.headers.json')).toBeUndefined();
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/react/../../secret.txt',
  '/%00',
  '/index.html%00.txt',
  '/none',
  '/index.html/x',
  `/${'x'.repeat(5_000)}`,
])('files outside of the folder are not served: %.40s', async (path) => {
  const request = new Request('http://x/');
  expect(await serveFile(request, pages, path)).toBeUndefined();
});

test('the mailbox stores mails, and a second start finds them', async () => {
  const folder = join(root, 'mailbox');
  const first = await openMailbox(folder, async () => undefined);
  const mailer = createSmtpMailer(first.smtpUrl);
  const address = { name: 'Ada', address: 'ada@customer.example' };
  const mail = { from: address, to: address, replyTo: address, text: '<b>Hello</b>' };
  for (const subject of ['First', 'Second']) {
    await mailer.send({ ...mail, subject, messageId: `<${subject}@x.example>` });
  }
  expect(first.mails().map(({ subject }) => subject)).toEqual(['Second', 'First']);
  await first.close();
  const second = await openMailbox(folder, async () => undefined);
  expect(second.mails()).toEqual(first.mails());
  expect(second.mails()[0]).toMatchObject({
    to: 'Ada <ada@customer.example>',
    text: '<b>Hello</b>\n',
  });
  await second.close();
});
