import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleResult, ArticleResults } from '../../../src/contract/article.ts';
import { type ArticleSearch, createArticleSearch } from '../../../src/core/articleSearch.ts';
import { mergeResults } from '../../../src/core/mergeResults.ts';
import type { DeviceSearch } from '../../../src/core/ports.ts';
import { NetworkError } from '../../../src/errors.ts';
import { createDeferred } from '../../support/deferred.ts';
import { createFakeApi } from '../../support/fakes.ts';
import { resultOf } from '../../support/samples.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  for (const search of open) search.dispose();
  open.clear();
  vi.useRealTimers();
});

const open = new Set<ArticleSearch>();
const deviceOf = (find: (text: string) => ArticleResult[]): DeviceSearch => ({
  articles: [],
  find,
});
const answerOf = (...slugs: string[]): ArticleResults => ({
  locale: 'en',
  results: slugs.map((slug) => resultOf(slug)),
});

function createSearch(
  fetchResults: (text: string) => Promise<ArticleResults>,
  device = signal<DeviceSearch | null | undefined>(null),
) {
  const search = createArticleSearch({
    api: createFakeApi({}),
    device,
    fetchResults: (_api, text) => fetchResults(text),
    wish: { limit: 3, threshold: 0 },
    debounceMs: 250,
    minLength: 2,
  });
  open.add(search);
  return { search, slugs: () => search.results.value.map(({ slug }) => slug) };
}
const typed = () => vi.advanceTimersByTimeAsync(250);

describe('the search of a field', () => {
  it('returns results of the device immediately, and asks the server after the debounce', async () => {
    const fetchResults = vi.fn(async () => answerOf('spf', 'dkim'));
    const device = signal<DeviceSearch | null | undefined>(deviceOf(() => [resultOf('spf')]));
    const { search, slugs } = createSearch(fetchResults, device);
    search.search('sp');
    search.search('spf');
    expect(slugs()).toEqual(['spf']);
    expect(search.status.value).toBe('found');
    await typed();
    expect(fetchResults.mock.calls).toEqual([['spf']]);
    expect(slugs()).toEqual(['spf', 'dkim']);
  });

  it('never shows the results of an older text', async () => {
    const answers = {
      first: createDeferred<ArticleResults>(),
      second: createDeferred<ArticleResults>(),
    };
    const { search, slugs } = createSearch((text) =>
      text === 'first' ? answers.first.promise : answers.second.promise,
    );
    search.search('first');
    await typed();
    search.search('second');
    await typed();
    answers.second.resolve(answerOf('new'));
    await vi.advanceTimersByTimeAsync(0);
    answers.first.resolve(answerOf('old'));
    await vi.advanceTimersByTimeAsync(0);
    expect(slugs()).toEqual(['new']);
  });

  it('keeps the device’s results if the server is down, and reports that', async () => {
    const device = signal<DeviceSearch | null | undefined>(deviceOf(() => [resultOf('spf')]));
    const { search, slugs } = createSearch(() => Promise.reject(new NetworkError('gone')), device);
    search.search('spf');
    await typed();
    expect([search.status.value, slugs()]).toEqual(['alone', ['spf']]);
  });

  it('reports that neither responded, and searches again with the next text', async () => {
    let isDown = true;
    const { search, slugs } = createSearch(async () => {
      if (isDown) throw new NetworkError('gone');
      return answerOf('spf');
    });
    search.search('spf');
    await typed();
    expect(search.status.value).toBe('failed');
    isDown = false;
    search.search('spf record');
    await typed();
    expect([search.status.value, slugs()]).toEqual(['found', ['spf']]);
  });

  it('returns results of a device that loads after the server has failed', async () => {
    const device = signal<DeviceSearch | null | undefined>(undefined);
    const { search, slugs } = createSearch(() => Promise.reject(new NetworkError('gone')), device);
    search.search('spf');
    await typed();
    expect(search.status.value).toBe('failed');
    device.value = deviceOf(() => [resultOf('spf')]);
    expect([search.status.value, slugs()]).toEqual(['alone', ['spf']]);
  });

  it('returns results as soon as the articles are on the device', async () => {
    const device = signal<DeviceSearch | null | undefined>(undefined);
    const { search, slugs } = createSearch(() => createDeferred<ArticleResults>().promise, device);
    search.search('spf');
    expect([search.status.value, slugs()]).toEqual(['searching', []]);
    device.value = deviceOf(() => [resultOf('spf')]);
    expect([search.status.value, slugs()]).toEqual(['found', ['spf']]);
  });

  it('returns results of a newer index, whether the server has not responded yet or has failed', async () => {
    const device = signal<DeviceSearch | null | undefined>(deviceOf(() => []));
    const { search, slugs } = createSearch(() => Promise.reject(new NetworkError('gone')), device);
    search.search('spf');
    expect([search.status.value, slugs()]).toEqual(['found', []]);
    device.value = deviceOf(() => [resultOf('spf')]);
    expect([search.status.value, slugs()]).toEqual(['found', ['spf']]);
    await typed();
    expect(search.status.value).toBe('alone');
    device.value = deviceOf(() => [resultOf('dkim'), resultOf('spf')]);
    expect([search.status.value, slugs()]).toEqual(['alone', ['dkim', 'spf']]);
    search.freeze(true);
    device.value = deviceOf(() => [resultOf('dmarc'), resultOf('spf')]);
    expect(slugs()).toEqual(['dkim', 'spf', 'dmarc']);
  });

  it('keeps the server’s results when a newer index loads after them', async () => {
    const device = signal<DeviceSearch | null | undefined>(deviceOf(() => []));
    const { search, slugs } = createSearch(async () => answerOf('spf'), device);
    search.search('spf');
    await typed();
    device.value = deviceOf(() => [resultOf('dkim')]);
    expect([search.status.value, slugs()]).toEqual(['found', ['spf']]);
    search.search('dkim');
    device.value = deviceOf(() => [resultOf('dkim'), resultOf('dmarc')]);
    expect(slugs()).toEqual(['dkim', 'dmarc']);
  });

  it('finds nothing for an empty or tiny text, and sends no request', async () => {
    const fetchResults = vi.fn(async () => answerOf('spf'));
    const { search, slugs } = createSearch(fetchResults);
    search.search('spf');
    await typed();
    search.search(' s ');
    await typed();
    expect([search.status.value, slugs()]).toEqual(['idle', []]);
    expect(fetchResults).toHaveBeenCalledOnce();
  });
});

describe('a better result', () => {
  const [a, b, c] = [resultOf('a'), resultOf('b'), resultOf('c')];

  it('replaces the first one', () => {
    expect(mergeResults([a, b], [c, a], false)).toEqual([c, a]);
  });
  it('moves nothing while the pointer is over the list', () => {
    expect(mergeResults([a, b], [c, a], true)).toEqual([a, b, c]);
  });
  it('that is equal changes nothing', () => {
    const shown = [a, b];
    expect(mergeResults(shown, [resultOf('a'), resultOf('b')], false)).toBe(shown);
  });
});
