import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFolder } from '../../server/kb/importFolder.ts';
import { createAdminApi } from '../../server/start/adminApi.ts';
import { apiArticles } from '../../server/start/apiArticles.ts';
import {
  deleteArticle,
  getArticle,
  importArticles,
  listStoredArticles,
  putArticle,
  searchArticles,
} from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const [secret, page] = [{ key: tenant.secretKey }, { key: tenant.publishableKey }];
  const asFetch = async (request: Request) => app.request(request);
  const api = createAdminApi(asFetch, { url: 'http://api.test/v1/', token: tenant.secretKey });
  return {
    app,
    tenant,
    secret,
    store: apiArticles(api),
    put: (slug: string, body: unknown) => call(app, secret, putArticle, { params: { slug }, body }),
    putFor: (slug: string, body: unknown) =>
      callFor(app, secret, putArticle, { params: { slug }, body }),
    read: (slug: string, locale = 'en') =>
      call(app, page, getArticle, { params: { slug }, query: { locale } }),
    status: async (slug: string) =>
      (await callFor(app, page, getArticle, { params: { slug } })).status,
    find: async (q: string) => {
      const { results } = await call(app, page, searchArticles, { query: { q } });
      return results.map(({ slug }) => slug);
    },
    list: () => call(app, secret, listStoredArticles),
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'support-articles-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test('a saved article can be read and found immediately, and the next save replaces it', async () => {
  const { put, read, find, list } = await open();
  const first = await put('set-up-spf', {
    markdown: '# Set up SPF\n\nA record for pelicans.\n\n:::tip\nWait an hour.\n:::',
    category: 'domains',
    tags: ['dns'],
    updated: '2026-03-01T00:00:00Z',
  });
  expect(first).toMatchObject({
    article: { slug: 'set-up-spf', locale: 'en', title: 'Set up SPF', category: 'domains' },
    dead: [],
    lost: [],
  });
  expect(await read('set-up-spf')).toMatchObject({
    tags: ['dns'],
    updated: '2026-03-01T00:00:00.000Z',
    blocks: [{ type: 'paragraph' }, { type: 'callout', tone: 'tip' }],
  });
  expect(await find('pelicans')).toEqual(['set-up-spf']);
  await put('set-up-spf', { markdown: '---\ntitle: SPF\n---\nFor albatrosses.' });
  expect(await find('pelicans')).toEqual([]);
  expect(await find('albatrosses')).toEqual(['set-up-spf']);
  expect((await list()).articles).toMatchObject([{ slug: 'set-up-spf', title: 'SPF', path: '' }]);
});

test('fields beside the Markdown override its front matter', async () => {
  const { put, read } = await open();
  const markdown = '---\ntitle: A\ndescription: B\ntags: [c]\n---\nText';
  await put('a', { markdown, title: 'Z', description: 'Y', tags: [] });
  expect(await read('a')).toMatchObject({ title: 'Z', description: 'Y', tags: [] });
});

test('an article can be unpublished and deleted in only one language', async () => {
  const { put, read, status, find, app, secret } = await open();
  await put('a', { markdown: '# Pelican' });
  await put('a', { markdown: '# Albatros', locale: 'es' });
  await put('a', { markdown: '# Pelican', published: false });
  expect(await read('a', 'en')).toMatchObject({ locale: 'es' });
  expect(await find('pelican')).toEqual([]);
  const remove = (locale: string) =>
    callFor(app, secret, deleteArticle, { params: { slug: 'a' }, query: { locale } });
  expect((await remove('es')).status).toBe(200);
  expect(await status('a')).toBe(404);
  expect((await remove('es')).status).toBe(404);
  expect((await remove('en')).status).toBe(200);
});

test('links of an article to other articles are resolved by slug and by file, and broken ones are named', async () => {
  const { put, read, tenant } = await open();
  await importFiles(database.kysely, tenant.id, { 'en/domains/spf.md': articleOf('SPF') });
  const markdown =
    '[a](article:spf) [b](en/domains/spf.md) [c](spf) [d](nowhere.md) \n![Shot](shot.png)';
  const { dead, lost } = await put('a', { markdown });
  expect({ dead, lost }).toEqual({ dead: ['nowhere.md'], lost: ['shot.png'] });
  expect(JSON.stringify((await read('a')).blocks).match(/article:spf/g)).toHaveLength(3);
});

test.each([
  ['a', { markdown: '---\ntags: [x\n---\nText' }, /^Line 2: /],
  ['Not A Slug', { markdown: 'Text' }, /lower-case letters/],
  ['a', { markdown: 'Text', locale: 'English' }, /language/],
  ['a', { markdown: 'Text \0' }, /cannot be stored/],
  ['a', { title: 'No text' }, /text/],
])('%s is rejected with the reason', async (slug, body, message) => {
  const response = await (await open()).putFor(slug, body);
  expect(response.status).toBe(422);
  expect((await response.json()).error.details[0].message).toMatch(message);
});

test('an article of one megabyte is accepted, and a body above sixteen is rejected', async () => {
  const { put, putFor, read } = await open();
  await put('big', {
    markdown: `${'The quick penguin mails a letter. '.repeat(40)}\n\n`.repeat(800),
  });
  expect((await read('big')).blocks).toHaveLength(800);
  expect((await putFor('b', { markdown: 'x', title: 'x'.repeat(17_000_000) })).status).toBe(413);
});

const files = {
  'guide/start.md': '# Start\n\nTo [the next](./next.md#part) and [nowhere](gone.md).',
  'guide/next.md': '---\ntitle: Next\nodd: 1\n---\n\n## Part\n\n![Lost](lost.png)',
  'es/guide/next.md': '# Siguiente',
  'broken.md': '---\ntitle: [x\n---\n',
  'synonyms.yml': 'en: [[mailbox, inbox]]',
};

test('an import by the API has the same result as an import in the database', async () => {
  const [mine, other] = [await open(), await open()];
  const folder = folderOf(files);
  const byApi = await importFolder(mine.store, { folder });
  const inDatabase = await importFiles(database.kysely, other.tenant.id, files);
  expect(byApi).toEqual(inDatabase);
  expect(byApi).toMatchObject({ added: 3, faults: [{ path: 'broken.md' }] });
  const shown = ({ articles, synonyms }: Awaited<ReturnType<typeof mine.list>>) => ({
    synonyms,
    articles: articles.map(({ updated: _, ...article }) => article),
  });
  expect(shown(await mine.list())).toEqual(shown(await other.list()));
  const { updated: _, ...article } = await mine.read('start');
  expect(await other.read('start')).toMatchObject(article);
  expect(await importFolder(mine.store, { folder })).toMatchObject({ unchanged: 3, added: 0 });
  rmSync(join(folder, 'guide/next.md'));
  expect(await importFolder(mine.store, { folder })).toMatchObject({
    unpublished: 1,
    updated: 1,
    dead: [{ url: './next.md#part' }, { url: 'gone.md' }],
  });
});

test('an import does not change articles of the API, unless a file has the same name', async () => {
  const { put, store, read } = await open();
  await put('by-hand', { markdown: '# By hand' });
  await put('start', { markdown: '# By hand' });
  const result = await importFolder(store, { folder: folderOf(files) });
  expect(result).toMatchObject({ added: 2, updated: 1, unpublished: 0 });
  expect(await read('by-hand')).toMatchObject({ title: 'By hand' });
  expect(await read('start')).toMatchObject({ title: 'Start' });
});

test('targets of an import are validated like those of a file', async () => {
  const { app, secret, read } = await open();
  const article = {
    ...{ slug: 'a', path: 'a.md', hash: 'h', markdown: '[x](x) ![y](y) [z](z)' },
    links: { x: 'javascript:alert(1)', z: 'https://z.example/' },
    images: { y: 'data:image/svg+xml,x' },
  };
  const body = { articles: [article], index: { en: [] } };
  expect(await call(app, secret, importArticles, { body })).toEqual({ stored: 1, faults: [] });
  const text = JSON.stringify((await read('a')).blocks);
  expect(text).toContain('https://z.example/');
  expect(text).not.toMatch(/javascript|data:/);
});
