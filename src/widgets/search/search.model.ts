import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleSearch } from '../../core/articleSearch.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';

export interface SearchModel extends Pick<ArticleSearch, 'results' | 'status' | 'freeze'> {
  query: ReadonlySignal<string>;
  /** Index of the active result; -1 if none is active. */
  active: ReadonlySignal<number>;
  recent: ReadonlySignal<readonly string[]>;
  type(query: string): void;
  setActive(index: number): void;
  /** Returns whether the pointer is over the results. */
  isFrozen(): boolean;
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
  let isHeld = false;

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
    isHeld = false;
    clearTimeout(timer);
    timer = setTimeout(count, settledAfterMs);
  }

  function freeze(value: boolean): void {
    search.freeze(value);
    isHeld = value;
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
    freeze: freeze,
    isFrozen: () => isHeld,
    context,
    query,
    active,
    recent,
    type,
    setActive(index) {
      active.value = index;
      freeze(index >= 0);
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
