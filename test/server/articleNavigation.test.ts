import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import type { ArticleRow } from '../../server/kb/articleRow.ts';
import type { PreparedArticle } from '../../server/kb/articleStore.ts';
import { importFolder } from '../../server/kb/importFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'support-navigation-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

/** Imports a folder with these files, or a subfolder. Returns its articles by path. */
async function imported(files: Record<string, string>, within = '.') {
  const folder = join(root, String(folders++));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const rows = new Map<string, ArticleRow>();
  const result = await importFolder(
    {
      read: async () => ({ articles: [], synonyms: {} }),
      store: async (prepared: readonly PreparedArticle[]) => {
        for (const { article, row } of prepared) rows.set(article.path, row);
        return [];
      },
      finish: async () => {},
    },
    { folder: join(folder, within) },
  );
  const titles = Object.fromEntries([...rows].map(([path, { title }]) => [path, title]));
  return { ...result, titles };
}

test('pages without a title get that of the MkDocs navigation', async () => {
  const files = {
    'mkdocs.yml':
      'nav:\n  - Welcome: index.md\n  - Guide:\n      - Set it up: guide/setup.md\n      - guide/more.md\n      - Elsewhere: https://a.example/\nplugins:\n  x: !!python/name:y.z\n',
    'docs/index.md': 'Text',
    'docs/guide/setup.md': 'Text',
    'docs/guide/more.md': '# More of it',
  };
  const titles = {
    'guide/more.md': 'More of it',
    'guide/setup.md': 'Set it up',
    'index.md': 'Welcome',
  };
  expect((await imported(files, 'docs')).titles).toEqual(titles);
  const inRoot = Object.entries(titles).map(([path, title]) => [`docs/${path}`, title]);
  expect((await imported(files)).titles).toEqual(Object.fromEntries(inRoot));
});

test('pages without a title get that of the Nextra or Docusaurus navigation', async () => {
  const { titles } = await imported({
    'pages/_meta.json':
      '{ "index": "Welcome", "guide": { "type": "page", "title": "User guide" } }',
    'pages/index.mdx': 'Text',
    'pages/guide.mdx': 'Text',
    'pages/guide/_meta.js':
      "export default {\n  first: 'The first',\n  'second-one': { title: \"It’s second\" },\n}",
    'pages/guide/first.mdx': 'Text',
    'pages/guide/second-one.mdx': 'Text',
    '02-mail/_category_.json': '{ "label": "All of mail", "position": 2 }',
    '02-mail/index.md': 'Text',
    '02-mail/03-spf.md': 'Text',
  });
  expect(titles).toEqual({
    'pages/index.mdx': 'Welcome',
    'pages/guide.mdx': 'User guide',
    'pages/guide/first.mdx': 'The first',
    'pages/guide/second-one.mdx': 'It’s second',
    '02-mail/index.md': 'All of mail',
    '02-mail/03-spf.md': 'Spf',
  });
});

test.each([
  ['mkdocs.yml', 'nav: [a: &a [*a'],
  ['mkdocs.yml', 'nav: 5'],
  ['mkdocs.yml', '- a'],
  ['_category_.json', '{ "label": 5 }'],
  ['_category_.yml', '\t'],
  ['_meta.js', `${'{'.repeat(50_000)} a: {`],
  ['_meta.json', '{ "page": "" }'],
])('an invalid navigation (%s: %s) only loses its titles', async (name, text) => {
  expect((await imported({ [name]: text, 'page.md': 'Text' })).titles).toEqual({
    'page.md': 'Page',
  });
});

test('file names are equal in every Unicode form', async () => {
  const { dead } = await imported({
    'cafe\u0301.md': '# Coffee',
    'menu.md': '[composed](caf\u00e9.md) [encoded](caf%C3%A9.md) [decomposed](cafe\u0301.md)',
  });
  expect(dead).toEqual([]);
});

test.each([
  ['docs/guides/send.md', 'guides', 'en'],
  ['docs/send.md', 'general', 'en'],
  ['src/content/docs/es/guides/send.mdx', 'guides', 'es'],
  ['content/docs/guides/send.md', 'guides', 'en'],
  ['guides/docs/send.md', 'guides', 'en'],
])('%s is in the category %s', (path, category, locale) => {
  expect(fileOf(path)).toMatchObject({ category, locale });
});
