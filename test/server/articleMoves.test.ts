import { expect, test } from 'vitest';
import {
  getArticle,
  getArticleNumbers,
  importArticles,
  moveArticle,
} from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { openArticles } from './support/articleEditing.ts';
import { articleOf, rate } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test('an old slug redirects to the article everywhere, with its views and votes', async () => {
  const { put, app, tenant, page, edited, marta, everything } = await openArticles(database);
  await put('old', { markdown: '# Walrus\n\nOn ice floes.' });
  await put('old', { markdown: '# Morsa', locale: 'es' });
  await put('other', { markdown: '# Other\n\n[see](article:old)', related: ['old'] });
  const visitor = { ...page, visitor: newId() };
  await callFor(app, page, getArticle, { params: { slug: 'old' } });
  await rate(app, visitor, 'old', { helpful: false, comment: 'Too short' });
  const move = (slug: string, to: string) =>
    callFor(app, { key: tenant.secretKey }, moveArticle, { params: { slug }, body: { slug: to } });
  expect((await move('old', 'other')).status).toBe(409);
  expect((await move('none', 'new')).status).toBe(404);
  expect((await move('old', 'newer')).status).toBe(200);
  expect((await move('newer', 'new')).status).toBe(200);

  for (const slug of ['old', 'newer', 'new']) {
    const read = await call(app, page, getArticle, { params: { slug } });
    expect(read).toMatchObject({ slug: 'new', title: 'Walrus' });
  }
  expect((await rate(app, visitor, 'old', { helpful: true })).status).toBe(201);
  const help = `/help/${tenant.id}/`;
  for (const end of ['', '.md']) {
    const response = await app.request(`${help}old${end}?lang=es`);
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toMatch(new RegExp(`/new${end}\\?lang=es$`));
  }
  expect(await call(app, page, getArticle, { params: { slug: 'other' } })).toMatchObject({
    related: [{ slug: 'new' }],
  });
  expect(await everything('floes')).toMatch(/"slug":"new"/);
  expect((await edited('new')).redirects).toEqual(['newer', 'old']);
  const numbers = await call(app, marta, getArticleNumbers, { params: { slug: 'new' } });
  expect(numbers).toMatchObject({ helpful: 1, not_helpful: 0 });
  expect(numbers.views.map(({ views }) => views)).toEqual([4]);
  // Links in articles that are saved later work too. A new article with the old slug is
  // independent.
  expect(await put('other', { markdown: '[see](article:old)' })).toMatchObject({ dead: [] });
  await put('old', { markdown: '# Seal' });
  expect(await call(app, page, getArticle, { params: { slug: 'old' } })).toMatchObject({
    title: 'Seal',
  });
});

test('a file keeps the slug that its article was given', async () => {
  const { importAll, app, tenant, browse } = await openArticles(database);
  const files = { 'en/old.md': articleOf('Old'), 'en/b.md': articleOf('B', '[a](old.md)') };
  await importAll(files);
  const input = { params: { slug: 'old' }, body: { slug: 'new' } };
  await call(app, { key: tenant.secretKey }, moveArticle, input);
  const result = await importAll({ ...files, 'en/old.md': articleOf('Changed') });
  expect(result).toMatchObject({ added: 0, unpublished: 0 });
  expect((await browse()).articles.map(({ slug, state }) => [slug, state])).toEqual([
    ['b', 'published'],
    ['new', 'published'],
  ]);
});

test('an imported article can be moved away from a slug that redirected to another article', async () => {
  const { put, app, tenant, page } = await openArticles(database);
  const key = { key: tenant.secretKey };
  const move = (slug: string, to: string) =>
    callFor(app, key, moveArticle, { params: { slug }, body: { slug: to } });
  await put('old', { markdown: '# Walrus' });
  await move('old', 'walrus');
  const file = { locale: 'en', path: 'en/old.md', hash: '1', links: {}, images: {} };
  const articles = [{ ...file, slug: 'old', markdown: '# Seal' }];
  await call(app, key, importArticles, { body: { articles, index: { en: [] } } });
  expect((await move('old', 'seal')).status).toBe(200);
  const read = await call(app, page, getArticle, { params: { slug: 'old' } });
  expect(read).toMatchObject({ slug: 'seal', title: 'Seal' });
});

test('concurrent moves and saves are serialized, and conflicts are explained', async () => {
  const { put, tryPut, app, tenant } = await openArticles(database);
  const move = (slug: string, to: string) =>
    callFor(app, { key: tenant.secretKey }, moveArticle, { params: { slug }, body: { slug: to } });
  for (const round of ['a', 'b', 'c']) {
    await put(`${round}-1`, { markdown: '# One' });
    await put(`${round}-2`, { markdown: '# Two', locale: 'es' });
    const responses = await Promise.all([
      ...[move(`${round}-1`, round), move(`${round}-2`, round), move(`${round}-1`, `${round}-3`)],
      tryPut(round, { markdown: '# New', base_version: 0 }),
    ]);
    for (const { status } of responses) expect([200, 404, 409]).toContain(status);
    expect(responses.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  }
});
