import { beforeAll, expect, test } from 'vitest';
import { Article } from '../../src/contract/article.ts';
import { apiErrorOf, createTestApp, dataOf, get } from './support/api.ts';
import { articleOf, importFiles, rate } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let mine: TestTenant;
let theirs: TestTenant;

beforeAll(async () => {
  const url = { kb_url: 'https://help.acme.example/kb/{slug}' };
  [mine, theirs] = [
    await createTenant(database.kysely, url),
    await createTenant(database.kysely, url),
  ];
  await importFiles(database.kysely, mine.id, {
    'en/spf.md': articleOf('Set up SPF', '## Record\n\nAdd a record.', {
      description: 'One record.',
      category: 'domains',
      tags: ['dns'],
      related: ['dkim', 'gone', 'dmarc'],
      updated: '2026-03-01',
    }),
    'en/dkim.md': articleOf('Set up DKIM'),
    'en/dmarc.md': articleOf('Set up DMARC'),
    'es/spf.md': articleOf('Configura SPF', 'Añade un registro.', { related: ['dkim'] }),
  });
  await importFiles(database.kysely, theirs.id, { 'en/secret.md': articleOf('Their secret') });
});

const read = (slug: string, query = '', tenant = mine) =>
  get(
    createTestApp(database),
    { key: tenant.publishableKey },
    `support/kb/articles/${slug}${query}`,
  );

test('an article is a tree of blocks with its related articles', async () => {
  expect(await dataOf(await read('spf'), Article)).toEqual({
    slug: 'spf',
    title: 'Set up SPF',
    url: 'https://help.acme.example/kb/spf',
    description: 'One record.',
    category: 'domains',
    tags: ['dns'],
    locale: 'en',
    minutes: 1,
    updated: '2026-03-01T00:00:00.000Z',
    blocks: [
      { type: 'heading', level: 2, id: 'record', children: [{ type: 'text', text: 'Record' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Add a record.' }] },
    ],
    related: ['dkim', 'dmarc'].map((slug) => ({
      slug,
      title: `Set up ${slug.toUpperCase()}`,
      url: `https://help.acme.example/kb/${slug}`,
      category: 'general',
      minutes: 1,
    })),
  });
});

test('the article is in the nearest existing language, which is named', async () => {
  for (const [wanted, slug, locale] of [
    ['es', 'spf', 'es'],
    ['es-MX', 'spf', 'es'],
    ['es', 'dkim', 'en'],
    ['ja', 'spf', 'en'],
    ['x'.repeat(35), 'spf', 'en'],
  ] as const) {
    const article = await dataOf(await read(slug, `?locale=${wanted}`), Article);
    expect(article.locale, wanted).toBe(locale);
  }
  const spanish = await dataOf(await read('spf', '?locale=es'), Article);
  expect(spanish.related.map(({ title }) => title)).toEqual(['Set up DKIM']);
});

test.each(['secret', 'SPF', 'none', '%00', '..%2f', `${'x'.repeat(500)}`, '%F0%9F%98%80', 'a--b'])(
  'there is no article %s',
  async (slug) => {
    expect(await apiErrorOf(await read(slug))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  },
);

test('another tenant reads its own articles', async () => {
  expect((await read('secret', '', theirs)).status).toBe(200);
  expect((await read('spf', '', theirs)).status).toBe(404);
});

test('views are counted by day', async () => {
  const count = async () =>
    (
      await asSuperuser<{ views: number }>(
        database.kysely,
        `select views from support.article_views where slug = 'dmarc' and tenant_id = '${mine.id}'`,
      )
    )[0]?.views ?? 0;
  const before = await count();
  await Promise.all(Array.from({ length: 5 }, () => read('dmarc')));
  expect(await count()).toBe(before + 5);
});

test('each visitor has one rating per article, and can change it', async () => {
  const app = createTestApp(database);
  const { publishableKey: key } = mine;
  const [ada, bob] = [newId(), newId()];
  const again = newId();
  const first = await rate(app, { key, visitor: ada }, 'spf', { helpful: true }, again);
  expect(first.status).toBe(201);
  const replayed = await rate(app, { key, visitor: ada }, 'spf', { helpful: true }, again);
  expect(replayed.headers.get('Idempotent-Replayed')).toBe('true');
  await rate(app, { key, visitor: bob }, 'spf', { helpful: true });
  await rate(app, { key, visitor: ada }, 'spf', { helpful: false, comment: 'Too short' });
  const rows = await asSuperuser(
    database.kysely,
    `select helpful, comment from support.article_feedback
     where tenant_id = '${mine.id}' and slug = 'spf' order by helpful`,
  );
  expect(rows).toEqual([
    { helpful: false, comment: 'Too short' },
    { helpful: true, comment: null },
  ]);
  const none = await rate(app, { key, visitor: ada }, 'secret', { helpful: true });
  expect((await apiErrorOf(none)).status).toBe(404);
});
