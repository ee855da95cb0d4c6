import { expect, test } from 'vitest';
import { insertableArticles } from '../../../desk/model/insertable.ts';
import type { StoredArticle } from '../../../src/contract/articleAdmin.ts';

const article = (slug: string, locale: string, title: string, more = {}): StoredArticle => ({
  slug,
  locale,
  title,
  category: 'api',
  published: true,
  updated: '2026-01-01T00:00:00.000Z',
  path: '',
  hash: '',
  version: 1,
  publish_at: null,
  news_at: null,
  audience: null,
  ...more,
});

const articles = [
  article('spf', 'ar', 'إعداد SPF'),
  article('spf', 'en', 'Set up SPF'),
  article('spf', 'es', 'Configura SPF'),
  article('keys', 'en', 'Create a key'),
  article('invoices', 'ar', 'الفواتير'),
  article('draft', 'en', 'Not ready', { published: false }),
];
const titles = (words: string, customer: string) =>
  insertableArticles(articles, words, customer).map(({ title }) => title);

test('each article is offered once, in the language of the customer, else in English', () => {
  expect(titles('', 'es-MX')).toEqual(['Configura SPF', 'Create a key', 'الفواتير']);
  expect(titles('', 'ja')).toEqual(['Create a key', 'Set up SPF', 'الفواتير']);
});

test('words of any translation and of the category find an article', () => {
  expect(titles('set up', 'es')).toEqual(['Configura SPF']);
  expect(titles('api key', 'en')).toEqual(['Create a key']);
  expect(titles('ready', 'en')).toEqual([]);
});
