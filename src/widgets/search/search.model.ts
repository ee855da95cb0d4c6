import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { RelatedArticle } from '../../contract/article.ts';
import type { ArticleSearch } from '../../core/articleSearch.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';

export interface SearchModel
  extends Pick<ArticleSearch, 'results' | 'status' | 'freeze' | 'isFrozen'> {
  query: ReadonlySignal<string>;
  /** Index of the active result; -1 if none is active. */
  active: ReadonlySignal<number>;
  recent: ReadonlySignal<readonly string[]>;
  /** Every article, if the device has them. */
  articles: ReadonlySignal<readonly RelatedArticle[] | undefined>;
  type(query: string): void;
  setActive(index: number): void;
  context: SupportContext;
  /** Opens an article, optionally at a heading. */
  open(slug: string, heading?: string): void;
  /** Opens the form, with the query as its subject. */
  contact(): void;
  dispose(): void;
}

/** Milliseconds without typing after which a search is counted. */
const settledAfterMs = 1_500;

export function createSearchModel(context: SupportContext, articles: ArticlesModel): SearchModel {
  const { messenger, track, prefill, visitor } = context;
  const search = articles.createSearch();
  const query = signal('');
  const active = signal(-1);
  const recent = signal<readonly string[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted = '';

  function count(): void {
    clearTimeout(timer);
    const text = query.peek().trim();
    if (text === '' || text === counted) return;
    counted = text;
    track('support_search', { length: text.length, results: search.results.peek().length });
  }

  function type(text: string): void {
    query.value = text;
    active.value = -1;
    search.search(text);
    clearTimeout(timer);
    timer = setTimeout(count, settledAfterMs);
  }

  const stop = effect(() => {
    visitor.epoch.value;
    const screen = messenger.screen.value;
    if (screen.id !== 'search') return;
    articles.load();
    recent.value = articles.recent();
    if (screen.query !== undefined) type(screen.query);
  });

  return {
    ...search,
    context,
    query,
    active,
    recent,
    articles: computed(() => articles.device.value?.articles),
    type,
    setActive(index) {
      active.value = index;
      search.freeze(index >= 0);
    },
    open(slug, heading) {
      count();
      articles.remember(query.peek());
      articles.open(slug, 'search', heading);
    },
    contact() {
      count();
      articles.remember(query.peek());
      prefill.put({ subject: query.peek().trim() });
      messenger.navigate({ id: 'ticket' });
    },
    dispose() {
      clearTimeout(timer);
      stop();
      search.dispose();
    },
  };
}
