import { symlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { plainText } from '../../server/base/plainText.ts';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { databaseStore } from '../../server/kb/databaseStore.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { importFolder } from '../../server/kb/importFolder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { createAdminApi } from '../../server/start/adminApi.ts';
import { apiArticles } from '../../server/start/apiArticles.ts';
import { getArticle } from '../../src/contract/index.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { onePixel } from './support/articles.ts';
import { openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

let made: string | undefined;
afterEach(async () => {
  if (made !== undefined) await rm(made, { recursive: true });
  made = undefined;
});

/** Creates the folder `docs`. The files are named from above it. */
async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  made = await mkdtemp(join(tmpdir(), 'support-pictures-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(made, path)), { recursive: true });
    await writeFile(join(made, path), content);
  }
  return join(made, 'docs');
}

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const asFetch = async (request: Request) => app.request(request);
  const api = createAdminApi(asFetch, { url: 'http://api.test/v1/', token: tenant.secretKey });
  const page = { key: tenant.publishableKey };
  return {
    app,
    byApi: apiArticles(api),
    inDatabase: databaseStore(database.kysely, tenant.id, openTestAttachments()),
    async pictures(slug: string) {
      const { blocks } = await call(app, page, getArticle, { params: { slug } });
      return blocks.flatMap((block) => (block.type === 'image' ? [block.url] : []));
    },
    rows: () =>
      asSuperuser<{ id: string }>(
        database.kysely,
        `select id from support.article_pictures where tenant_id = '${tenant.id}'`,
      ),
  };
}

const shapes = (source: string) =>
  readArticle(parseFile(fileOf('a.md'), source)).blocks.map((block) =>
    block.type === 'image' ? block.url : plainText([block]),
  );

test('a picture on its own line is a picture, and a picture within a line becomes its text', () => {
  const source = [
    'Press it:\n![A](https://a.example/a.png)\nThen wait.',
    '[![B](https://a.example/b.png)](https://b.example/)',
    'One <img src="https://a.example/c.png" alt="C"> two',
    'Last\n<img src="https://a.example/d.png" alt="D">',
    '![E][e]\n\n[e]: https://a.example/e.png',
  ];
  expect(shapes(source.join('\n\n'))).toEqual([
    'Press it:',
    'https://a.example/a.png',
    'Then wait.',
    'https://a.example/b.png',
    'One C two',
    'Last',
    'https://a.example/d.png',
    'https://a.example/e.png',
  ]);
});

const other = Buffer.concat([onePixel, Buffer.from('other')]);

test.each(['byApi', 'inDatabase'] as const)('pictures of a folder are imported %s', async (way) => {
  const { app, pictures, rows, [way]: store } = await open();
  const folder = await folderOf({
    'docs/guide/a.md':
      '# A\n\n![](./shot.png)\n\n![](../img/same.png)\n\n<img src="/img/x.png">\n\n![](@site/static/img/x.png)\n\n![S][s]\n\n[s]: shot.png',
    'docs/guide/shot.png': onePixel,
    'docs/img/same.png': onePixel,
    'static/img/x.png': other,
  });
  expect(await importFolder(store, { folder, isDryRun: true })).toMatchObject({ lost: [] });
  expect(await rows()).toHaveLength(0);
  expect(await importFolder(store, { folder })).toMatchObject({ added: 1, lost: [], dead: [] });
  const shown = await pictures('a');
  expect(shown).toHaveLength(5);
  expect(new Set(shown).size).toBe(2);
  expect(await rows()).toHaveLength(2);
  const response = await app.request(`/v1/${shown[0]}`);
  expect(Buffer.from(await response.arrayBuffer()).equals(onePixel)).toBe(true);
  expect(response.headers.get('Content-Type')).toBe('image/png');
  expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
  const again = await importFolder(store, { folder });
  expect(again).toMatchObject({ unchanged: 1 });
  await writeFile(join(folder, 'guide/shot.png'), other);
  expect(await importFolder(store, { folder })).toMatchObject({ updated: 1 });
});

test('files that are not pictures, too large, outside of the folder or missing are reported with the reason', async () => {
  const { byApi, rows } = await open();
  const names = ['a.svg', 'b.png', 'c.png', '../../secret.png', 'd.png', 'big.png', 'a.md/e.png'];
  const folder = await folderOf({
    'docs/a.md': `# A\n\n${names.map((name) => `![](${name})`).join('\n\n')}`,
    'docs/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'docs/b.png': '<script>alert(1)</script>',
    'docs/big.png': Buffer.concat([onePixel, Buffer.alloc(11_000_000)]),
    'elsewhere/secret.png': onePixel,
  });
  symlinkSync(join(dirname(folder), 'elsewhere/secret.png'), join(folder, 'd.png'));
  const { lost } = await importFolder(byApi, { folder });
  expect(lost.map(({ url }) => url)).toEqual([
    'a.svg: image/svg+xml is no picture that is taken',
    expect.stringMatching(/^b\.png: .* is no picture that is taken$/),
    'c.png',
    '../../secret.png',
    'd.png',
    'big.png: it is larger than 10 MB',
    'a.md/e.png',
  ]);
  expect(await rows()).toHaveLength(0);
});

test('pictures that no article shows are removed after a day', async () => {
  const { inDatabase, rows } = await open();
  const folder = await folderOf({ 'docs/a.md': '# A\n\n![](a.png)', 'docs/a.png': onePixel });
  await importFolder(inDatabase, { folder });
  await writeFile(join(folder, 'a.md'), '# A');
  await importFolder(inDatabase, { folder });
  expect(await rows()).toHaveLength(1);
  const old = `update support.article_pictures set created_at = now() - interval '2 days'`;
  await asSuperuser(database.kysely, old);
  await writeFile(join(folder, 'a.md'), '# B');
  await importFolder(inDatabase, { folder });
  expect(await rows()).toHaveLength(0);
});

test('a picture is only found by its complete address', async () => {
  const { app } = await open();
  for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
    expect((await app.request(`/v1/support/kb/pictures/${id}`)).status).toBe(404);
  }
});

test('a link from the root of the site finds the article of its language', async () => {
  const { byApi } = await open();
  const folder = await folderOf({
    'docs/es/guide/a.md': '# A\n\n[b](/guide/b/) [b](guide/b/) [b](/docs/guide/b)',
    'docs/es/guide/b.md': '# B',
    'docs/pt-BR/guide/a.md': '# A\n\n[b](/guide/b)',
    'docs/pt-BR/guide/b.md': '# B',
  });
  expect(await importFolder(byApi, { folder })).toMatchObject({ added: 4, dead: [] });
});
