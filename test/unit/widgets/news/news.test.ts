import { expect, it } from 'vitest';
import type { NewsEntry } from '../../../../src/contract/news.ts';
import { hasUnreadNews } from '../../../../src/core/news.ts';
import { NetworkError } from '../../../../src/errors.ts';
import { createNewsModel } from '../../../../src/widgets/news/news.model.ts';
import { eventually } from '../../../support/eventually.ts';
import { createFakeApi, createMemoryStore, createTestContext } from '../../../support/fakes.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const entry = (slug: string, days: number): NewsEntry => ({
  ...{ slug, title: slug, description: '', url: '', category: 'fix', minutes: 1, locale: 'en' },
  date: daysAgo(days),
});
const settings = (news_at?: string) => ({
  ...{ name: 'Acme', email: 'help@acme.example', links: [], categories: [], fields: [] },
  attachments: { max_files: 2, max_bytes: 1_000, types: [] },
  ...(news_at !== undefined && { news_at }),
});

/** A visitor of an account with these entries, newest first, in pages of two. */
function open(entries: readonly NewsEntry[], store = createMemoryStore()) {
  let isDown = false;
  const context = createTestContext({
    store,
    api: createFakeApi({
      getConfig: async () => settings(entries[0]?.date),
      async listNews({ query: { cursor = '0' } = {} }) {
        if (isDown) throw new NetworkError('Down.', { code: 'NETWORK' });
        const start = Number(cursor);
        const next_cursor = start + 2 < entries.length ? String(start + 2) : null;
        return { entries: entries.slice(start, start + 2), next_cursor };
      },
    }),
  });
  context.tenantConfig.load();
  const model = createNewsModel(context);
  return {
    ...{ context, model, store },
    slugs: () => model.entries.value.map(({ slug }) => slug),
    setDown(value: boolean) {
      isDown = value;
    },
    isLoaded: () => eventually(() => expect(context.tenantConfig.remote.value).toBeDefined()),
  };
}

it('entries are unread until the list is opened, on this device and for this visitor', async () => {
  const store = createMemoryStore();
  const entries = [entry('a', 2), entry('b', 40)];
  const { context, model, isLoaded, slugs } = open(entries, store);
  expect(hasUnreadNews(context)).toBeUndefined();
  await isLoaded();
  expect(hasUnreadNews(context)).toBe(true);
  expect([...store.values.keys()]).toEqual([]); // nothing is stored before the list is opened
  context.messenger.open('news');
  await eventually(() => expect(slugs()).toEqual(['a', 'b']));
  expect(hasUnreadNews(context)).toBe(false);
  expect(model.entries.value.map(model.isUnread)).toEqual([true, false]);

  const again = open(entries, store);
  await again.isLoaded();
  expect(hasUnreadNews(again.context)).toBe(false);
  again.context.visitor.reset();
  expect([...store.values.keys()]).toEqual([]);
  expect(hasUnreadNews(again.context)).toBe(true);
  again.context.messenger.open('news');
  await eventually(() => expect(hasUnreadNews(again.context)).toBe(false));
  again.context.visitor.identify({ user: { id: 'ada' } });
  expect(hasUnreadNews(again.context)).toBe(true);

  const newer = open([entry('c', 1)], store);
  newer.context.messenger.open('news');
  await eventually(() => expect(newer.slugs()).toEqual(['c']));
  const later = open([entry('d', 0), entry('c', 1)], store);
  await later.isLoaded();
  expect(hasUnreadNews(later.context)).toBe(true);
});

it('old entries are not unread for a visitor who has never opened the list', async () => {
  const { context, isLoaded } = open([entry('a', 31)]);
  await isLoaded();
  expect(hasUnreadNews(context)).toBe(false);
  const none = open([]);
  await none.isLoaded();
  expect(hasUnreadNews(none.context)).toBeUndefined();
});

it('older entries load by pages, and an error of one keeps the others', async () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((slug, index) => entry(slug, index));
  const { context, model, slugs, setDown } = open(entries);
  context.messenger.open('news');
  await eventually(() => expect(slugs()).toEqual(['a', 'b']));
  await model.loadMore();
  setDown(true);
  await model.loadMore();
  expect(slugs()).toEqual(['a', 'b', 'c', 'd']);
  expect(model.moreFailed.value).toMatchObject({ code: 'NETWORK' });
  setDown(false);
  await model.loadMore();
  expect(slugs()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(model.hasMore.value).toBe(false);
  expect(model.moreFailed.value).toBeNull();
});

it('a list that does not load is retried, and marks nothing as read', async () => {
  const { context, model, slugs, setDown, store, isLoaded } = open([entry('a', 1)]);
  await isLoaded();
  setDown(true);
  context.messenger.open('news');
  await eventually(() => expect(model.state.value.at).toBe('failed'));
  expect([...store.values.keys()]).toEqual([]);
  setDown(false);
  model.retry();
  await eventually(() => expect(slugs()).toEqual(['a']));
});

it('an entry opens as an article, with its source', async () => {
  const { context, model, slugs } = open([entry('a', 1)]);
  context.messenger.open('news');
  await eventually(() => expect(slugs()).toEqual(['a']));
  model.open('a');
  expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'a' });
  expect(context.events.at(-1)).toMatchObject({
    name: 'support_article_view',
    properties: { slug: 'a', source: 'news' },
  });
});
