import { batch, signal } from '@preact/signals';
import { browseArticles } from '../../../src/contract/articleEditing.ts';
import type { Query, Reply } from '../../../src/contract/endpoint.ts';
import { sentenceOf } from '../../api/failure.ts';
import type { SignedIn } from '../../model/session.model.ts';

type Page = Reply<typeof browseArticles>;
export type ArticleFilter = Omit<Query<typeof browseArticles>, 'cursor'>;
export type ArticleList = ReturnType<typeof createArticleList>;

/** Lists the articles of the account, page by page. */
export function createArticleList({ api }: Pick<SignedIn, 'api'>) {
  const filter = signal<ArticleFilter>({ sort: 'title' });
  const page = signal<Page | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  /** Responses to earlier requests are dropped. */
  let lastRequest = 0;

  async function load(cursor?: string): Promise<void> {
    lastRequest += 1;
    const mine = lastRequest;
    const before = cursor === undefined ? [] : (page.peek()?.articles ?? []);
    try {
      const query = Object.fromEntries(
        Object.entries({ ...filter.peek(), cursor }).filter(([, value]) => value),
      );
      const next = await api.call(browseArticles, { query });
      if (mine !== lastRequest) return;
      batch(() => {
        page.value = { ...next, articles: [...before, ...next.articles] };
        problem.value = undefined;
      });
    } catch (error) {
      if (mine === lastRequest) problem.value = sentenceOf(error);
    }
  }

  return {
    filter,
    page,
    problem,
    load: () => load(),
    async loadMore(): Promise<void> {
      const cursor = page.peek()?.next_cursor;
      if (cursor) await load(cursor);
    },
    narrow(change: ArticleFilter): void {
      filter.value = { ...filter.peek(), ...change };
      void load();
    },
  };
}
