import type * as z from 'zod/mini';
import {
  type ArticleResults,
  getArticleIndex,
  searchArticles,
} from '../../../src/contract/article.ts';
import { suggestArticles } from '../../../src/contract/articleSuggestions.ts';
import { call, callFor } from './agent.ts';
import type { App } from './api.ts';
import type { TestTenant } from './tenant.ts';

/** Returns the search of a tenant, as its pages use it. */
export function searchOf(app: App, { publishableKey: key }: TestTenant) {
  return {
    search: (q: string, query: Record<string, string> = {}): Promise<ArticleResults> =>
      call(app, { key }, searchArticles, { query: { q, ...query } }),
    suggest: (body: z.input<typeof suggestArticles.body>): Promise<ArticleResults> =>
      call(app, { key }, suggestArticles, { body }),
    index: (query: Record<string, string> = {}) => call(app, { key }, getArticleIndex, { query }),
    fetchIndex: (headers: Record<string, string> = {}, query: Record<string, string> = {}) =>
      callFor(app, { key }, getArticleIndex, { headers, query }),
  };
}

export const slugsOf = ({ results }: ArticleResults) => results.map(({ slug }) => slug);
