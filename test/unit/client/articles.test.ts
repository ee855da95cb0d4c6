import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openArticles } from '../../../src/client/articles.ts';
import type { ArticleIndex, IndexedArticle } from '../../../src/contract/article.ts';
import type { Api } from '../../../src/core/ports.ts';
import { NetworkError } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi } from '../../support/fakes.ts';
import { resultOf } from '../../support/samples.ts';

const indexed = (slug: string, text: string): IndexedArticle => {
  const { title, url, category, minutes } = resultOf(slug);
  return { slug, title, url, category, minutes, description: '', tags: [], headings: [], text };
};
const indexOf = (version: string, ...articles: IndexedArticle[]): ArticleIndex => ({
  version,
  locale: 'en',
  limit: 1_000,
  synonyms: [],
  articles,
});
const spf = indexed('spf', 'One TXT record says which servers may send.');
const dkim = indexed('dkim', 'A key signs every message.');
const wish = { limit: 3, threshold: 0 };

async function open(locale: string, getArticleIndex: Api['getArticleIndex']) {
  const onFresh = vi.fn();
  const api = await createFakeApi({ getArticleIndex })();
  const search = await openArticles(api, 'penguin-support:pk_test_demo', locale, onFresh);
  return {
    search,
    onFresh,
    slugs: (text: string) => search?.find(text, wish).map(({ slug }) => slug),
  };
}

describe('articles on the device', () => {
  it('are found by their words, with ranges to highlight', async () => {
    const { search } = await open('en-a', async () => indexOf('1', spf, dkim));
    expect(search?.articles.length).toBe(2);
    expect(search?.find('txt record', wish)).toMatchObject([
      { slug: 'spf', url: 'https://help.example.com/spf', auto_suggested: true },
    ]);
    expect(search?.articles.find(({ slug }) => slug === 'dkim')?.text).toBe(
      'A key signs every message.',
    );
  });

  it('are available without the network after the first time, and change when the backend has others', async () => {
    await open('en-b', async () => indexOf('1', spf));
    const offline = await open('en-b', () => Promise.reject(new NetworkError('gone')));
    expect(offline.slugs('record')).toEqual(['spf']);
    const same = await open('en-b', async () => indexOf('1', spf));
    await eventually(() => expect(same.slugs('record')).toEqual(['spf']));
    const other = await open('en-b', async () => indexOf('2', spf, dkim));
    await eventually(() => expect(other.onFresh).toHaveBeenCalledOnce());
    expect(other.onFresh.mock.calls[0]?.[0].articles.length).toBe(2);
    expect(same.onFresh.mock.calls).toEqual([[same.search]]); // not indexed again
  });

  it('are not stored if only visitors like this one can read them', async () => {
    await open('en-e', async () => indexOf('1', spf));
    const mine = await open('en-e', async () => ({ ...indexOf('2', spf, dkim), restricted: true }));
    await eventually(() => expect(mine.onFresh).toHaveBeenCalledOnce());
    expect(mine.onFresh.mock.calls[0]?.[0].articles.length).toBe(2);
    const next = await open('en-e', () => Promise.reject(new NetworkError('gone')));
    expect(next.search?.articles.map(({ slug }) => slug)).toEqual(['spf']);
  });

  it('are left to the server if there are too many', async () => {
    await open('en-c', async () => indexOf('1', spf));
    const { onFresh } = await open('en-c', async () => ({ too_many: true, limit: 1 }));
    await eventually(() => expect(onFresh).toHaveBeenCalledWith(null));
    const { search } = await open('en-c', async () => ({ too_many: true, limit: 1 }));
    expect(search).toBeNull();
  });

  it('report that nothing could be loaded', async () => {
    const failing = open('en-d', () => Promise.reject(new NetworkError('gone')));
    await expect(failing).rejects.toThrow(NetworkError);
  });
});
