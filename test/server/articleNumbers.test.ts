import { expect, test } from 'vitest';
import {
  getArticle,
  getArticleNumbers,
  listMissedSearches,
  searchArticles,
} from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { openArticles } from './support/articleEditing.ts';
import { rate } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test('statistics count votes, comments, views and deflections of live visitors', async () => {
  const { put, app, page, marta } = await openArticles(database);
  await put('a', { markdown: '# A' });
  const visitor = { ...page, visitor: newId() };
  await callFor(app, page, getArticle, { params: { slug: 'a' } });
  await rate(app, visitor, 'a', { helpful: false, comment: 'No pictures' });
  const solved = {
    ...eventOf('support_deflected_to_kb'),
    properties: { slug: 'a', how: 'solved' },
  };
  await sendEvents(app, visitor, [solved]);
  expect(await call(app, marta, getArticleNumbers, { params: { slug: 'a' } })).toMatchObject({
    views: [{ views: 1 }],
    helpful: 0,
    not_helpful: 1,
    deflections: 1,
    comments: [{ helpful: false, comment: 'No pictures' }],
  });
  const none = await callFor(app, marta, getArticleNumbers, { params: { slug: 'none' } });
  expect(none.status).toBe(404);
});

test('searches without results are counted by their complete text, without personal data', async () => {
  const { put, app, page, tenant, marta } = await openArticles(database);
  await put('a', { markdown: '# Walrus' });
  const search = async (q: string, key = page) =>
    (await call(app, key, searchArticles, { query: { q } })).results.length;
  for (const q of ['xyl', 'xylo', 'Xylophone  repair', 'xylophone repair', 'walrus', 'xy']) {
    await search(q);
  }
  for (const q of ['ada@x.example', 'order 12 34 56 78', 'https://x.example/?a=b']) await search(q);
  await app.request(`/help/${tenant.id}/?q=zebra`);
  const listed = () => call(app, marta, listMissedSearches);
  expect((await listed()).searches.map((one) => [one.query, one.searches])).toEqual([
    ['xylophone repair', 2],
    ['zebra', 1],
  ]);
});
