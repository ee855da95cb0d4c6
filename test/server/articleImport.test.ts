import { expect, test } from 'vitest';
import { articleOf as articleOfBlocks } from '../../server/kb/readArticle.ts';
import { limits } from '../../src/contract/limits.ts';
import { createTestApp, get } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const { id, publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  return {
    run: (files: Readonly<Record<string, string | Uint8Array>>) =>
      importFiles(database.kysely, id, files),
    read: async (slug: string, locale = 'en') => {
      const response = await get(app, { key }, `support/kb/articles/${slug}?locale=${locale}`);
      return response.status === 200 ? (await response.json()).data : response.status;
    },
  };
}

test('an import stores new articles, updates changed ones and unpublishes missing ones', async () => {
  const { run, read } = await open();
  const files = { 'en/a.md': articleOf('A'), 'en/b.md': articleOf('B'), 'es/a.md': articleOf('Á') };
  expect(await run(files)).toMatchObject({ added: 3, updated: 0, unchanged: 0, unpublished: 0 });
  expect(await run(files)).toMatchObject({ added: 0, updated: 0, unchanged: 3, unpublished: 0 });
  const less = { 'en/a.md': articleOf('A2'), 'es/a.md': articleOf('Á') };
  expect(await run(less)).toMatchObject({ added: 0, updated: 1, unchanged: 1, unpublished: 1 });
  expect(await read('a')).toMatchObject({ title: 'A2', locale: 'en' });
  expect(await read('b')).toBe(404);
  expect(await run(files)).toMatchObject({ updated: 2, unchanged: 1, faults: [] });
  expect(await read('b')).toMatchObject({ title: 'B' });
});

test('each import names broken links, kept addresses and articles without text, also of unchanged files', async () => {
  const { run } = await open();
  const files = {
    'a.md': '# A\n\n{{< x >}} [Prices](/prices) [B](/b) [C](c.md) ![D](d.png) [E][pkg.e]',
    'b.mdx': '# B\n\n<Operations />\n',
  };
  const findings = {
    dead: [{ path: 'a.md', url: 'c.md' }],
    lost: [{ path: 'a.md', url: 'd.png' }],
    ofSite: [{ path: 'a.md', url: '/prices' }],
    references: [{ path: 'a.md', url: '[E][pkg.e]' }],
    empty: ['b.mdx'],
    omitted: new Map([
      ['{{< x >}}', 1],
      ['<Operations />', 1],
    ]),
  };
  expect(await run(files)).toMatchObject({ added: 2, ...findings });
  expect(await run(files)).toMatchObject({ unchanged: 2, ...findings });
});

test('an article that moves to another file keeps its identity', async () => {
  const { run, read } = await open();
  await run({ 'en/a.md': articleOf('A') });
  expect(await run({ 'en/domains/a.md': articleOf('A') })).toMatchObject({
    updated: 1,
    unpublished: 0,
  });
  expect(await read('a')).toMatchObject({ title: 'A' });
});

test('a broken file is reported with its line, the others are imported, and its old article is kept', async () => {
  const { run, read } = await open();
  await run({ 'en/a.md': articleOf('A') });
  const { faults, added, unpublished } = await run({
    'en/a.md': '---\ntitle: A\ntags: [x\n---\nText',
    'en/b.md': articleOf('B'),
    'en/c.md': '---\n- a list\n---\n',
    'en/g.md': new Uint8Array([0, 0xff, 0xfe]),
    'en/h.md': articleOf('H', 'Fine\n\nNot \0 fine'),
    'en/zz.md': articleOf('B', 'Text', { slug: 'b' }),
  });
  expect({ added, unpublished }).toEqual({ added: 1, unpublished: 0 });
  expect(faults.map(({ path, line }) => `${path}:${line}`)).toEqual([
    'en/a.md:3',
    'en/c.md:2',
    'en/g.md:1',
    'en/h.md:7',
    'en/zz.md:1',
  ]);
  expect(faults[0]?.message).toBe(
    'The front matter cannot be read. A list or map in brackets has no end. Add the `]`.',
  );
  expect(faults.at(-1)?.message).toBe(
    'en/b.md has the same slug. Give one of them another "slug" in its front matter.',
  );
  expect(await read('a')).toMatchObject({ title: 'A' });
  expect(await read('b')).toMatchObject({ title: 'B' });
});

test.each([
  ['en: [[mail, letter]\n', ':1: A list or map in brackets has no end. Add the `]`.'],
  ['en: mail\n', ': en must be groups of words by language.'],
])('synonyms that cannot be read end an import, with the next step: %j', async (text, message) => {
  const { run } = await open();
  await expect(run({ 'synonyms.yml': text })).rejects.toThrow(`synonyms.yml${message}`);
});

test('front matter cannot exhaust memory, and unpublished articles cannot be read', async () => {
  const { run, read } = await open();
  const bomb = ['a: &a [x, x]', ...Array.from({ length: 12 }, (_, n) => `${n}: &n${n} [*a, *a]`)];
  const { faults } = await run({
    'en/bomb.md': `---\n${bomb.join('\n')}\ntitle: [*a]\n---\n`,
    'en/draft.md': articleOf('Draft', 'Text', { published: false }),
  });
  expect(faults).toHaveLength(1);
  expect(await read('draft')).toBe(404);
});

test('an article of one megabyte can be imported and read', async () => {
  const { run, read } = await open();
  const paragraph = 'The quick penguin mails a letter to every inbox. '.repeat(20);
  const body = `## Part\n\n${paragraph}\n\n`.repeat(1_000);
  expect(body.length).toBeGreaterThan(900_000);
  expect(await run({ 'en/big.md': articleOf('Big', body) })).toMatchObject({ faults: [] });
  expect((await read('big')).blocks).toHaveLength(2_000);
});

test('an article with too many parts is rejected', () => {
  // Parsing so many takes seconds on a busy machine, which has a time limit of its own.
  const blocks = Array.from({ length: limits.articleBlocks + 1 }, () => divider);
  const unset = { title: undefined, slug: undefined, description: undefined, category: undefined };
  const front = {
    ...unset,
    tags: [],
    related: [],
    updated: undefined,
    news: undefined,
    audience: undefined,
    published: true,
  };
  const file = { front, locale: 'en', name: 'big', navTitle: undefined, mainHeading: undefined };
  expect(() => articleOfBlocks(file, blocks)).toThrow('too large');
});

const divider = { type: 'divider' } as const;
