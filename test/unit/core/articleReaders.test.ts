import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../src/core/ports.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';

describe('articles', () => {
  it('are loaded again for another visitor, who can read others', async () => {
    const searchArticles = vi.fn<Api['searchArticles']>(async () => ({
      results: [],
      locale: 'en',
    }));
    const loadArticles = vi.fn(async () => ({ articles: [], find: () => [] }));
    const context = createTestContext({ api: createFakeApi({ searchArticles }), loadArticles });
    const shared = context.articles;
    const articles = await shared?.load();
    if (!shared || !articles) throw new Error('There is a backend, so there are articles.');
    articles.load();
    shared.loadSuggested();
    await eventually(() => expect(articles.device.value).toBeDefined());
    await eventually(() => expect(shared.suggested.value).toBeDefined());
    context.visitor.identify({ user: { id: 'ada' } });
    expect(articles.device.value).toBeUndefined();
    await eventually(() => expect(articles.device.value).toBeDefined());
    expect(loadArticles).toHaveBeenCalledTimes(2);
    expect(searchArticles).toHaveBeenCalledTimes(2);
    context.visitor.identify({ user: { id: 'ada', name: 'Ada' } });
    articles.load();
    expect(loadArticles).toHaveBeenCalledTimes(2);
  });
});
