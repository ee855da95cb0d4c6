import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ArticleIndex, type IndexedArticle } from '../../src/contract/article.ts';
import { createIndexer } from '../../src/relevance/searchIndex.ts';
import { createTestApp, dataOf } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { searchOf } from './support/search.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

async function open(settings: { kb_index_limit?: number } = {}) {
  const tenant = await createTenant(database.kysely, settings);
  const run = (files: Record<string, string>) => importFiles(database.kysely, tenant.id, files);
  const textBytes = async () => {
    const query = `select text_bytes from support.article_locales where tenant_id = '${tenant.id}'`;
    return Number(
      (await asSuperuser<{ text_bytes: number }>(database.kysely, query))[0]?.text_bytes,
    );
  };
  return { run, tenant, textBytes, ...searchOf(createTestApp(database), tenant) };
}

test('the index has all published articles of the nearest language', async () => {
  const { run, index } = await open();
  await run({
    'en/b.md': articleOf('B', '## Part\n\nText of it.', { tags: ['x'], description: 'About B.' }),
    'en/a.md': articleOf('A'),
    'en/draft.md': articleOf('Draft', '', { published: false }),
    'es/a.md': articleOf('Á'),
    'synonyms.yml': 'en: [[mail, letter]]',
  });
  expect(await index()).toEqual({
    version: expect.any(String),
    locale: 'en',
    limit: 1_000,
    synonyms: expect.arrayContaining([['mail', 'letter']]),
    articles: [
      expect.objectContaining({ slug: 'a', title: 'A', text: 'Text.' }),
      {
        slug: 'b',
        title: 'B',
        url: 'https://help.penguinmails.com/knowledge-base/b',
        category: 'general',
        minutes: 1,
        description: 'About B.',
        tags: ['x'],
        headings: ['Part'],
        text: 'Text of it.',
      },
    ],
  });
  expect(await index({ locale: 'es-AR' })).toMatchObject({
    locale: 'es',
    articles: [{ slug: 'a' }],
  });
  expect(await index({ locale: 'de' })).toMatchObject({ locale: 'en' });
});

test('an index is sent again only after a change', async () => {
  const { run, fetchIndex } = await open();
  const first = await fetchIndex();
  expect(await dataOf(first, ArticleIndex)).toMatchObject({ articles: [] });
  await run({ 'en/a.md': articleOf('A') });
  const empty = first.headers.get('ETag') ?? '';
  const second = await fetchIndex({ 'If-None-Match': empty });
  expect([second.status, second.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
  const tag = second.headers.get('ETag') ?? '';
  expect(tag).toMatch(/^"[\w-]+"$/);
  for (const known of [tag, `"x", W/${tag}`]) {
    const again = await fetchIndex({ 'If-None-Match': known });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag]);
  }
  await run({ 'en/a.md': articleOf('A2') });
  expect((await fetchIndex({ 'If-None-Match': tag })).status).toBe(200);
  const other = (await fetchIndex({ 'If-None-Match': tag }, { locale: 'es' })).status;
  expect(other).toBe(200);
});

test('more articles than a device should store stay on the server', async () => {
  const { run, index } = await open({ kb_index_limit: 1 });
  await run({ 'en/a.md': articleOf('A') });
  expect(await index()).toMatchObject({ articles: [{ slug: 'a' }] });
  await run({ 'en/a.md': articleOf('A'), 'en/b.md': articleOf('B') });
  expect(await index()).toEqual({ too_many: true, limit: 1 });
});

test('more text than a device should load stays on the server', async () => {
  const { run, index, tenant } = await open();
  const write = (bytes: number) =>
    asSuperuser(
      database.kysely,
      `update support.article_locales set text_bytes = ${bytes} where tenant_id = '${tenant.id}'`,
    );
  await run({ 'en/a.md': articleOf('A', 'word '.repeat(100)) });
  await write(3_300_000);
  expect(await index()).toMatchObject({ locale: 'en' });
  await write(3_300_001);
  expect(await index()).toEqual({ too_many: true, limit: 1_000 });
});

test('the size of the texts of a language follows its articles', async () => {
  const { run, textBytes } = await open();
  const [short, long] = ['word '.repeat(10), 'word '.repeat(1_000)];
  await run({ 'en/a.md': articleOf('A', short) });
  const before = await textBytes();
  await run({ 'en/a.md': articleOf('A', short), 'en/b.md': articleOf('B', long) });
  expect((await textBytes()) - before).toBeGreaterThan(long.length - 10);
});

test('a device with the index finds the same as the server, with equal scores and snippets', async () => {
  const { run, index, search } = await open();
  const words = 'spf dkim record domain mailbox warm-up e-mail invoice bounce reply limit'.split(
    ' ',
  );
  const bodies = words.map((word, at) => `${word} ${words[(at * 7) % 11]} ${words[(at * 3) % 11]}`);
  const files = bodies.map((body, at) => [
    `en/a${at}.md`,
    articleOf(
      `About ${words[at]} ${words[(at + 4) % 11]}`,
      `## ${words[(at + 2) % 11]}\n\n${body}.`,
    ),
  ]);
  await run({ ...Object.fromEntries(files), 'synonyms.yml': 'en: [[invoice, receipt]]' });
  const { articles, synonyms, locale } = z.parse(ArticleIndex, await index());
  const indexer = createIndexer<IndexedArticle>(locale);
  for (const article of articles) indexer.add(article);
  const find = indexer.build(synonyms);
  const texts = [
    'spf',
    'warmup of my mailbxo',
    'receipt',
    'emails bounce',
    'reco',
    'a reply limit?',
  ];
  for (const text of texts) {
    const onDevice = find(text).map(({ article: { slug }, score, snippet, title }) => ({
      slug,
      score,
      snippet: snippet.text,
      matches: { title, snippet: snippet.matches },
    }));
    const { results } = await search(text);
    expect(onDevice.length, text).toBeGreaterThan(0);
    expect(
      results.map(({ slug, relevance_score: score, snippet, matches }) => ({
        slug,
        score,
        snippet,
        matches,
      })),
      text,
    ).toEqual(onDevice);
  }
});
