import { expect, test } from 'vitest';
import { getArticle, getArticleNumbers, moveArticle } from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { openArticles } from './support/articleEditing.ts';
import { articleOf, rate } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test('an old slug leads to the article everywhere, with its views and votes', async () => {
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
    const answer = await app.request(`${help}old${end}?lang=es`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get('Location')).toMatch(new RegExp(`/new${end}\\?lang=es$`));
  }
  expect(await call(app, page, getArticle, { params: { slug: 'other' } })).toMatchObject({
    related: [{ slug: 'new' }],
  });
  expect(await everything('floes')).toMatch(/"slug":"new"/);
  expect((await edited('new')).redirects).toEqual(['newer', 'old']);
  const numbers = await call(app, marta, getArticleNumbers, { params: { slug: 'new' } });
  expect(numbers).toMatchObject({ helpful: 1, not_helpful: 0 });
  expect(numbers.views.map(({ views }) => views)).toEqual([4]);
  // The links of what is saved later are good, too; and a new article of that name is its own.
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
