import { expect, test } from 'vitest';
import { getArticle, previewArticle } from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { later, openArticles } from './support/articleEditing.ts';
import { articleOf, onePixel, rate } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test('the list can be searched, filtered and sorted, and shows the figures of each article', async () => {
  const { put, browse, app, page } = await openArticles(database);
  await put('spf', { markdown: '# Set up SPF', category: 'domains' });
  await put('spf', { markdown: '# Configurar SPF', category: 'domains', locale: 'es' });
  await put('idea', { markdown: '# An idea', published: false });
  await put('news', { markdown: '# News', publish_at: later });
  for (const visitor of [newId(), newId()]) {
    await callFor(app, page, getArticle, { params: { slug: 'spf' } });
    await rate(app, { ...page, visitor }, 'spf', { helpful: true });
  }
  const all = await browse();
  expect(all).toMatchObject({
    total: 4,
    next_cursor: null,
    locales: ['en', 'es'],
    categories: ['domains', 'general'],
  });
  expect(all.articles.map(({ title, state }) => [title, state])).toEqual([
    ['An idea', 'draft'],
    ['Configurar SPF', 'published'],
    ['News', 'scheduled'],
    ['Set up SPF', 'published'],
  ]);
  const titles = async (query: Record<string, string>) =>
    (await browse(query)).articles.map(({ title }) => title);
  expect(await titles({ search: 'spf set' })).toEqual(['Set up SPF']);
  expect(await titles({ locale: 'es' })).toEqual(['Configurar SPF']);
  expect(await titles({ category: 'general' })).toEqual(['An idea', 'News']);
  expect(await titles({ state: 'scheduled' })).toEqual(['News']);
  expect((await browse({ sort: 'views' })).articles[0]).toMatchObject({
    slug: 'spf',
    views: 2,
    helpful: 2,
    not_helpful: 0,
    saved_by: expect.any(String),
  });
  expect(await titles({ sort: 'updated' })).toEqual([
    'News',
    'An idea',
    'Configurar SPF',
    'Set up SPF',
  ]);
});

test('the list has pages of 50', async () => {
  const { importAll, browse } = await openArticles(database);
  const files = Array.from({ length: 51 }, (_, n) => [`en/a${n}.md`, articleOf(`Article ${n}`)]);
  await importAll(Object.fromEntries(files));
  const first = await browse();
  expect([first.articles.length, first.total, first.next_cursor]).toEqual([50, 51, '50']);
  const last = await browse({ cursor: '50' });
  expect([last.articles.length, last.next_cursor]).toEqual([1, null]);
});

test('an imported article is edited as it is shown: with its links, pictures, tables and callouts', async () => {
  const { importAll, edited, put, app, page } = await openArticles(database);
  const body = [
    '## Steps',
    'See [DKIM](./dkim.md#keys) and `a|b`.',
    '| Host | Value |\n| :-: | --: |\n| @ | x |',
    ':::warning[Mind]\nWait *an* hour.\n:::',
    '![Screen](a.png "40x20")',
    '- [x] done\n- open',
  ].join('\n\n');
  await importAll({
    'en/domains/spf.md': articleOf('SPF', body),
    'en/domains/dkim.md': articleOf('DKIM', '## Keys'),
    'en/domains/a.png': onePixel,
  });
  const read = () => call(app, page, getArticle, { params: { slug: 'spf' } });
  const before = await read();
  const { markdown, path } = await edited('spf');
  expect(path).toBe('en/domains/spf.md');
  expect(await put('spf', { markdown, title: 'SPF' })).toMatchObject({ dead: [], lost: [] });
  expect((await read()).blocks).toEqual(before.blocks);
});

test('the title of an article is edited separately from its text', async () => {
  const { put, edited, app, page } = await openArticles(database);
  await put('a', { markdown: '---\ntags: [x]\n---\n\n# Walrus #\n\nText.\n\n# More' });
  const { markdown, title, tags } = await edited('a');
  expect({ markdown, title, tags }).toEqual({
    markdown: 'Text.\n\n# More',
    title: 'Walrus',
    tags: ['x'],
  });
  await put('a', { markdown, title: 'Seal' });
  const { blocks } = await call(app, page, getArticle, { params: { slug: 'a' } });
  expect(JSON.stringify(blocks)).not.toContain('Walrus');
});

test('a preview shows what readers will see, and names broken links and the line of an error', async () => {
  const { put, app, page, marta, browse } = await openArticles(database);
  await put('spf', { markdown: '# SPF' });
  const preview = (markdown: string) =>
    call(app, marta, previewArticle, { body: { markdown, title: 'A' } });
  const markdown = '[a](article:spf) [b](gone.md)\n\n:::tip\nWait.\n:::\n\n![x](x.png)';
  const shown = await preview(markdown);
  expect(shown).toMatchObject({ title: 'A', dead: ['gone.md'], lost: ['x.png'], problem: null });
  expect((await browse()).total).toBe(1);
  await put('a', { markdown, title: 'A' });
  const { blocks } = await call(app, page, getArticle, { params: { slug: 'a' } });
  expect(shown.blocks).toEqual(blocks);
  expect(await preview('---\ntags: [x\n---\n')).toMatchObject({
    blocks: [],
    problem: { line: 2, message: expect.any(String) },
  });
});
