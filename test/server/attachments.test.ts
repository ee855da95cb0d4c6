import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Attachment } from '../../src/contract/attachment.ts';
import {
  type App,
  apiErrorOf,
  createTestApp,
  dataOf,
  draft,
  headersOf,
  post,
} from './support/api.ts';
import { folder } from './support/attachments.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';
import { until } from './support/until.ts';
import { png, upload } from './support/upload.ts';

const database = openForFile();
let app: App;
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenant(database.kysely);
  app = createTestApp(database);
});
const newCaller = () => ({ key: tenant.publishableKey, visitor: newId() });
const uploaded = async (...given: Parameters<typeof upload>) =>
  dataOf(await upload(...given), Attachment);

/** Lists all files in the store and in progress. */
const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a file is stored and returned unchanged, as a download that cannot run', async () => {
  const file = await uploaded(app, newCaller(), { name: 'Grüße "1" (ü).png' });
  expect(file).toMatchObject({ name: 'Grüße 1 (ü).png', type: 'image/png', size: png.length });
  const response = await app.request(`/v1/${file.url}`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.length),
    'content-disposition':
      'attachment; filename="Gru_e 1 (u).png"; filename*=UTF-8\'\'Gr%C3%BC%C3%9Fe%201%20%28%C3%BC%29.png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': expect.stringMatching(/^private, max-age=35\d\d|3600$/),
  });
});

test.each([
  ['nul.txt', '_nul.txt'],
  ['Com1 .log', '_Com1 .log'],
  ['console.log', 'console.log'],
  ['a";x=1\r\n.txt', 'a;x=1.txt'],
  ['50%25.txt', '50%25.txt'],
  ['日本\u202e語.txt', '日本語.txt'],
])('a file named %j is saved as %j', async (name, saved) => {
  const { url } = await uploaded(app, newCaller(), { name, bytes: 'text' });
  const response = await app.request(`/v1/${url}`);
  const disposition = response.headers.get('Content-Disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[^"\\%]+"; filename\*=UTF-8''[\w.%-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(saved);
});

test('HEAD describes a file without sending it', async () => {
  const { url } = await uploaded(app, newCaller());
  const response = await app.request(`/v1/${url}`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(response.headers.get('Content-Length')).toBe(String(png.length));
});

test.each([
  ['program', 'notes.txt', 'MZ\x90\0\x03', 'is a program'],
  ['page as a picture', 'photo.png', '<html><script>alert(1)</script>', 'type text/html are not'],
  ['drawing', 'photo.png', '<svg onload="alert(1)"/>', 'type image/svg+xml are not'],
  ['empty file', 'notes.txt', '', 'This file is empty.'],
])('a %s is rejected with the next step, and leaves no file', async (_what, name, bytes, words) => {
  const before = stored();
  const apiError = await apiErrorOf(await upload(app, newCaller(), { name, bytes }));
  expect(apiError).toMatchObject({ status: 422, code: 'VALIDATION_ERROR' });
  expect(apiError.details).toEqual([{ field: 'file', message: expect.stringContaining(words) }]);
  expect(stored()).toEqual(before);
});

test('each tenant has its own limits', async () => {
  const attachments = JSON.stringify({ max_files: 1, max_bytes: 100, types: ['text/plain'] });
  const own = await createTenant(database.kysely, { attachments });
  const me = { key: own.publishableKey, visitor: newId() };
  const before = stored();
  const wrongType = await apiErrorOf(await upload(app, me));
  expect(wrongType.details[0]?.message).toContain('Send one of: text/plain.');
  for (const bytes of ['x'.repeat(101), endless()]) {
    const apiError = await apiErrorOf(await upload(app, me, { name: 'a.txt', bytes }));
    expect(apiError.details[0]?.message).toContain('This file is larger than');
  }
  expect(stored()).toEqual(before);
  const files = [];
  for (const name of ['a.txt', 'b.txt']) {
    files.push(await uploaded(app, me, { name, bytes: 'x'.repeat(100) }));
  }
  const apiError = await apiErrorOf(
    await post(app, me, { ...draft, attachments: files.map(({ id }) => id) }),
  );
  expect(apiError.details).toEqual([{ field: 'attachments', message: 'Must be at most 1 files.' }]);
});

/** A body without an end, as an attacker would send to fill the disk. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(1_000))),
  });
}

test('an interrupted upload leaves no file', async () => {
  const before = stored();
  const bytes = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(png);
      controller.error(new Error('The phone is in a tunnel.'));
    },
  });
  const apiError = await apiErrorOf(await upload(app, newCaller(), { bytes }));
  expect(apiError).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
  expect(stored()).toEqual(before);
});

test('the same key returns the same attachment without a second file, and other content is a conflict', async () => {
  const me = newCaller();
  const idempotencyKey = newId();
  const first = await uploaded(app, me, { idempotencyKey });
  const before = stored();
  const again = await upload(app, me, { idempotencyKey });
  expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([201, 'true']);
  expect((await dataOf(again, Attachment)).id).toBe(first.id);
  const other = await upload(app, me, { idempotencyKey, name: 'a.txt', bytes: 'other' });
  expect(await apiErrorOf(other)).toMatchObject({ status: 409, code: 'IDEMPOTENCY_CONFLICT' });
  expect(stored()).toEqual(before);
});

test('five concurrent uploads with one key create one file, and two different files create two', async () => {
  const me = newCaller();
  const idempotencyKey = newId();
  const before = stored().length;
  const responses = await Promise.all(
    Array.from({ length: 5 }, () => uploaded(app, me, { idempotencyKey })),
  );
  expect(new Set(responses.map(({ id }) => id)).size).toBe(1);
  await until(() => stored().length === before + 1);
  const [one, two] = await Promise.all([uploaded(app, me), uploaded(app, me)]);
  expect(one.id).not.toBe(two.id);
  expect(stored()).toHaveLength(before + 3);
});

test.each([
  ['no name', {}, 400],
  ['a name that is not encoded right', { 'X-File-Name': '%E0%A4%A' }, 400],
])('%s is rejected', async (_what, name, status) => {
  const response = await app.request('/v1/support/attachments', {
    method: 'POST',
    body: 'x',
    headers: { ...headersOf(newCaller()), 'Idempotency-Key': newId(), ...name },
  });
  expect(await apiErrorOf(response)).toMatchObject({ status, code: 'MALFORMED_REQUEST' });
});

test('names lose paths, control characters and bidi overrides', async () => {
  const name = '../../x\u0000\r\n\u202egnp.txt';
  const file = await uploaded(app, newCaller(), { name, bytes: 'x' });
  expect(file.name).toBe('xgnp.txt');
  expect(readFileSync(stored().at(-1) ?? '', 'latin1')).not.toBe('');
});

test('a file is sent with its request; it can be used once, and only by its uploader', async () => {
  const me = newCaller();
  const { id } = await uploaded(app, me);
  const rejected = async (caller: typeof me, ids: string[]) =>
    (await apiErrorOf(await post(app, caller, { ...draft, attachments: ids }))).details;
  const gone = [{ field: 'attachments', message: expect.stringContaining('add it again') }];
  expect(await rejected(newCaller(), [id])).toEqual(gone);
  expect(await rejected(me, [id, id])).toEqual(gone);
  expect(await rejected(me, ['x', newId()])).toEqual(gone);
  expect((await post(app, me, { ...draft, attachments: [id] })).status).toBe(201);
  expect(await rejected(me, [id])).toEqual(gone);
});

test('a page of another origin can send a preflight for uploads', async () => {
  const response = await app.request('/v1/support/attachments', {
    method: 'OPTIONS',
    headers: { Origin: 'https://app.acme.example', 'Access-Control-Request-Method': 'POST' },
  });
  expect(response.headers.get('Access-Control-Allow-Headers')).toContain('X-File-Name');
});
