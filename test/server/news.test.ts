import { expect, test } from 'vitest';
import {
  getConfig,
  listArticleVersions,
  listNews,
  restoreArticleVersion,
} from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { later, openArticles } from './support/articleEditing.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

async function openNews() {
  const opened = await openArticles(database);
  const { app, page } = opened;
  return {
    ...opened,
    list: (query: Record<string, string> = {}) => call(app, page, listNews, { query }),
    newest: async (locale = 'en') =>
      (await call(app, page, getConfig, { query: { locale } })).news_at,
  };
}

test('an article with a date is an entry of What’s new, and no answer', async () => {
  const { put, list, newest, everything, status, edited } = await openNews();
  await put('walrus', { markdown: '# Walrus\n\nOn ice floes.' });
  expect(await list()).toEqual({ entries: [], next_cursor: null });
  expect(await newest()).toBeUndefined();
  const news_at = '2026-11-20T00:00:00.000Z';
  const markdown = '# Faster tusks\n\nTusks grow in ice floes now.';
  await put('tusks', { markdown, category: 'improvement', description: 'They grow.', news_at });
  expect((await list()).entries).toEqual([
    {
      ...{ slug: 'tusks', title: 'Faster tusks', description: 'They grow.', locale: 'en' },
      ...{ category: 'improvement', date: news_at, minutes: 1 },
      url: expect.stringContaining('tusks'),
    },
  ]);
  expect(await newest()).toBe(news_at);
  expect(await status('tusks')).toBe(200); // counted as a view
  expect(await everything('floes')).toMatch(/Walrus/);
  expect(await everything('floes')).not.toMatch(/Faster tusks/);
  expect(await edited('tusks')).toMatchObject({ news_at });
  await put('tusks', { markdown, news_at: null });
  expect(await newest()).toBeUndefined();
  expect(await everything('floes')).toMatch(/Faster tusks/);
});

test('the date stands in the front matter of a file', async () => {
  const { importAll, list, newest } = await openNews();
  const { faults, ignored } = await importAll({
    'en/news/a.md': '---\ntitle: A\nnews: 2026-11-20\n---\nText.',
    'en/news/b.md': '---\ntitle: B\ncategory: fix\nnews: true\ndate: 2026-11-21\n---\nText.',
    'en/news/c.md': '---\ntitle: C\nnews: true\n---\nText.',
    'en/d.md': '---\ntitle: D\nnews: false\n---\nText.',
  });
  expect(ignored).toEqual(new Map());
  expect(faults).toEqual([
    { path: 'en/news/c.md', line: 1, message: expect.stringContaining('needs a date') },
  ]);
  expect((await list()).entries).toMatchObject([
    { slug: 'b', category: 'fix', date: '2026-11-21T00:00:00.000Z' },
    { slug: 'a', category: 'news', date: '2026-11-20T00:00:00.000Z' },
  ]);
  expect(await newest()).toBe('2026-11-21T00:00:00.000Z');
});

test('each entry is in the nearest language, and the newest one in a language the visitor reads', async () => {
  const { put, list, newest } = await openNews();
  const at = (day: number) => `2026-11-${day}T00:00:00.000Z`;
  await put('a', { markdown: '# One', news_at: at(10) });
  await put('a', { markdown: '# Uno', locale: 'es', news_at: at(11) });
  await put('b', { markdown: '# Two', news_at: at(12) });
  await put('c', { markdown: '# Drei', locale: 'de', news_at: at(13) });
  const titles = async (locale: string) =>
    (await list({ locale })).entries.map(({ title, locale }) => `${title} (${locale})`);
  expect(await titles('es-MX')).toEqual(['Two (en)', 'Uno (es)']);
  expect(await titles('en')).toEqual(['Two (en)', 'One (en)']);
  expect(await titles('de')).toEqual(['Drei (de)', 'Two (en)', 'One (en)']);
  expect(await newest('es')).toBe(at(12));
  expect(await newest('de')).toBe(at(13));
});

test('drafts, scheduled entries and entries of the future are not listed', async () => {
  const { put, list, newest } = await openNews();
  const news_at = '2026-11-20T00:00:00.000Z';
  await put('draft', { markdown: '# Draft', news_at, published: false });
  await put('scheduled', { markdown: '# Scheduled', news_at, publish_at: later });
  await put('future', { markdown: '# Future', news_at: later });
  expect((await list()).entries).toEqual([]);
  expect(await newest()).toBeUndefined();
});

test('the list has pages of 20 entries, also where several have the same date', async () => {
  const { importAll, list, app, page } = await openNews();
  const files = Array.from({ length: 45 }, (_, index) => {
    const day = 1 + Math.floor(index / 3);
    return [
      `en/e${index}.md`,
      `---\nnews: 2026-10-${String(day).padStart(2, '0')}\n---\n# E${index}`,
    ];
  });
  await importAll(Object.fromEntries(files));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  const sizes: number[] = [];
  do {
    const found = await list(cursor ? { cursor } : {});
    seen.push(...found.entries.map(({ slug }) => slug));
    sizes.push(found.entries.length);
    cursor = found.next_cursor;
  } while (cursor);
  expect(sizes).toEqual([20, 20, 5]);
  expect(new Set(seen).size).toBe(45);
  expect(seen[0]).toMatch(/^e4[2-4]$/);
  for (const wrong of ['x', '12', '-', '12-A']) {
    const reply = await callFor(app, page, listNews, { query: { cursor: wrong } });
    expect(reply.status).toBe(422);
  }
});

test('a restored version keeps the date', async () => {
  const { put, tenant, app, edited, of } = await openNews();
  const news_at = '2026-11-20T00:00:00.000Z';
  await put('a', { markdown: '# One\n\nFirst.', news_at });
  await put('a', { markdown: '# One\n\nSecond.', news_at });
  const me = { key: tenant.secretKey };
  expect((await call(app, me, listArticleVersions, of('a'))).versions).toHaveLength(2);
  const { params, query } = of('a');
  const first = { params: { ...params, version: '1' }, query, body: {} };
  expect(await call(app, me, restoreArticleVersion, first)).toMatchObject({ news_at });
  expect(await edited('a')).toMatchObject({ news_at, markdown: expect.stringContaining('First') });
});

test('another account sees none of the entries', async () => {
  const [mine, other] = [await openNews(), await openNews()];
  await mine.put('a', { markdown: '# One', news_at: '2026-11-20T00:00:00.000Z' });
  expect((await mine.list()).entries).toHaveLength(1);
  expect((await other.list()).entries).toEqual([]);
  expect(await other.newest()).toBeUndefined();
});
