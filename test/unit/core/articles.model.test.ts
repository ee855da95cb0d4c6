import { signal } from '@preact/signals-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isStorable, limits } from '../../../src/contract/limits.ts';
import { createArticles } from '../../../src/core/articles.ts';
import { createDeflection } from '../../../src/core/deflection.ts';
import { fitsPath } from '../../../src/core/fitsPath.ts';
import type { Api } from '../../../src/core/ports.ts';
import { createVisitorModel } from '../../../src/core/visitor.model.ts';
import { NotFoundError } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import {
  createFakeApi,
  createFakePage,
  createMemoryStore,
  createTestContext,
} from '../../support/fakes.ts';
import { articleOf, resultOf } from '../../support/samples.ts';

async function createReader(parts: Parameters<typeof createTestContext>[0] = {}) {
  const getArticle = vi.fn<Api['getArticle']>(async ({ params: { slug } }) => {
    if (slug === 'gone') throw new NotFoundError('gone');
    return articleOf(slug);
  });
  const context = createTestContext({ api: createFakeApi({ getArticle }), ...parts });
  if (!context.articles) throw new Error('There is a backend, so there are articles.');
  return { context, shared: context.articles, articles: await context.articles.load() };
}

afterEach(() => vi.useRealTimers());

describe('articles', () => {
  it('are suggested by the host, or else by the page’s path', async () => {
    const { shared } = await createReader({
      page: createFakePage({ url: () => 'https://app.example.com/campaigns/42' }),
      rules: [
        { page: '/domains/*', articles: ['spf'] },
        { page: '/campaigns/*', articles: ['warm-up', 'gone', 'limits'] },
      ],
    });
    const slugs = () => shared.suggested.value?.map(({ slug }) => slug);
    shared.loadSuggested();
    await eventually(() => expect(slugs()).toEqual(['warm-up', 'limits']));
    shared.suggest(['dkim']);
    shared.loadSuggested();
    await eventually(() => expect(slugs()).toEqual(['dkim']));
    shared.suggest([]);
    shared.loadSuggested();
    await eventually(() => expect(slugs()).toEqual(['warm-up', 'limits']));
  });

  it('are the most viewed ones on a page without suggestions', async () => {
    const searchArticles = vi.fn<Api['searchArticles']>(async () => ({
      results: [resultOf('spf')],
      locale: 'en',
    }));
    const getArticle = async () => articleOf('dkim');
    const { shared } = await createReader({ api: createFakeApi({ searchArticles, getArticle }) });
    shared.loadSuggested();
    await eventually(() => expect(shared.suggested.value).toHaveLength(1));
    expect(shared.isPopular.value).toBe(true);
    expect(searchArticles.mock.calls[0]?.[0]).toEqual({ query: { locale: 'en', limit: '3' } });
    shared.suggest(['dkim']);
    shared.loadSuggested();
    await eventually(() => expect(shared.isPopular.value).toBe(false));
    expect(shared.suggested.value?.map(({ slug }) => slug)).toEqual(['dkim']);
  });

  it('are not suggested while that feature is hidden, but can be searched', async () => {
    const isShown = signal(true);
    const find = () => [resultOf('spf')];
    const { articles, shared } = await createReader({
      isSuggesting: () => isShown.value,
      loadArticles: async () => ({ articles: [], find }),
    });
    const [search, suggestions] = [articles.createSearch(), articles.createSuggestions()];
    articles.load();
    await eventually(() => expect(articles.device.value).toBeTruthy());
    shared.suggest(['warm-up']);
    articles.loadSuggested();
    await eventually(() => expect(articles.suggested.value).toHaveLength(1));
    isShown.value = false;
    search.search('spf record');
    suggestions.search('spf record');
    expect(search.results.value).toHaveLength(1);
    expect(suggestions.results.value).toEqual([]);
    expect(articles.suggested.value).toEqual([]);
    search.dispose();
    suggestions.dispose();
  });

  it('open in the panel, the next one above the last, and back', async () => {
    const { context, articles } = await createReader();
    articles.open('spf', 'api');
    articles.open('dkim', 'link');
    expect(context.messenger.isOpen.value).toBe(true);
    expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'dkim' });
    context.messenger.back();
    expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'spf' });
  });

  it('are requested with no more text than the backend accepts, and without characters that it rejects', async () => {
    const searchArticles = vi.fn<Api['searchArticles']>(async () => ({
      results: [],
      locale: 'en',
    }));
    const suggestArticles = vi.fn<Api['suggestArticles']>(async () => ({
      results: [],
      locale: 'en',
    }));
    const api = createFakeApi({ searchArticles, suggestArticles });
    const { articles } = await createReader({ api });
    vi.useFakeTimers();
    const [search, suggestions] = [articles.createSearch(), articles.createSuggestions()];
    search.search('📧'.repeat(10_001).slice(1));
    suggestions.search('\0📧'.repeat(10_000).slice(1));
    await vi.runAllTimersAsync();
    expect(searchArticles.mock.calls[0]?.[0].query?.q).toHaveLength(limits.query);
    expect(suggestArticles.mock.calls[0]?.[0].body.content).toHaveLength(limits.description);
    expect(isStorable(String(searchArticles.mock.calls[0]?.[0].query?.q))).toBe(true);
    expect(isStorable(String(suggestArticles.mock.calls[0]?.[0].body.content))).toBe(true);
    search.dispose();
    suggestions.dispose();
  });

  it('remember the last five searches of this visitor, newest first', async () => {
    const { context, articles } = await createReader({ visitor: { user: { id: 'ada' } } });
    for (const query of ['a', 'b', 'c', 'd', 'e', ' b ', 'f', ' ']) articles.remember(query);
    expect(articles.recent()).toEqual(['f', 'b', 'e', 'd', 'c']);
    context.visitor.identify({ user: { id: 'grace' } });
    expect(articles.recent()).toEqual([]);
  });

  it.each([
    ['/campaigns/42', '/campaigns/*', true],
    ['/campaigns', '/campaigns/*', false],
    ['/a.b', '/a.b', true],
    ['/axb', '/a.b', false],
    ['/en/domains/7/dns', '*/domains/*', true],
  ])('the path %s and the rule %s: %s', (path, rule, expected) => {
    expect(fitsPath(path, rule)).toBe(expected);
  });
});

describe('deflection', () => {
  const hourMs = 3_600_000;
  function createCounter() {
    const store = createMemoryStore();
    const visitor = createVisitorModel({ user: { id: 'ada' } }, store);
    const track = vi.fn();
    const clock = { time: 0 };
    const deflection = createDeflection(visitor, track, () => clock.time);
    return { deflection, track, clock, visitor };
  }
  const counted = (how: string) => [['support_deflected_to_kb', { slug: 'spf', how }]];

  it('counts once if a suggestion was shown, opened, and solved the problem', () => {
    const { deflection, track } = createCounter();
    deflection.shown(['spf', 'dkim']);
    deflection.opened('spf');
    deflection.solved();
    deflection.solved();
    expect(track.mock.calls).toEqual(counted('solved'));
  });

  it('counts if no request was sent within 24 hours', () => {
    const { deflection, track, clock } = createCounter();
    deflection.shown(['spf']);
    deflection.opened('spf');
    clock.time = 23 * hourMs;
    deflection.check();
    expect(track).not.toHaveBeenCalled();
    clock.time = 24 * hourMs;
    deflection.check();
    deflection.check();
    expect(track.mock.calls).toEqual(counted('left'));
  });

  it('counts nothing if a request was sent anyway', () => {
    const { deflection, track, clock, visitor } = createCounter();
    const loadArticles = () =>
      Promise.reject(new Error('Nothing was left, so nothing is counted.'));
    const articles = createArticles({ visitor, loadModel: loadArticles });
    deflection.shown(['spf']);
    deflection.opened('spf');
    articles.sent();
    clock.time = 48 * hourMs;
    deflection.check();
    expect(track).not.toHaveBeenCalled();
    articles.destroy();
  });

  it('counts nothing for an article that was found in another way', () => {
    const { deflection, track } = createCounter();
    deflection.opened('spf');
    deflection.solved();
    expect(track).not.toHaveBeenCalled();
  });
});
