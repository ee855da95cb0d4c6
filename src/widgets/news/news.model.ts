import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, typed } from '../../baseError.ts';
import type { NewsEntry } from '../../contract/news.ts';
import type { SupportContext } from '../../core/context.ts';
import { markNewsRead, newsReadUntil } from '../../core/news.ts';
import { openArticle } from '../../core/openArticle.ts';
import { createResource, type ResourceState } from '../../core/resource.ts';

interface NewsPage {
  entries: readonly NewsEntry[];
  next_cursor: string | null;
}

export interface NewsModel {
  state: ReadonlySignal<ResourceState<NewsPage>>;
  /** All entries that have been loaded so far, newest first. */
  entries: ReadonlySignal<readonly NewsEntry[]>;
  /** Returns whether an entry was unread when the screen opened. */
  isUnread(entry: NewsEntry): boolean;
  /** True if there are older entries to load. */
  hasMore: ReadonlySignal<boolean>;
  /** The error if older entries did not load, else null. */
  moreFailed: ReadonlySignal<PenguinMailsError | null>;
  loadMore(): Promise<void>;
  retry(): void;
  open(slug: string): void;
  dispose(): void;
}

const none: NewsPage = { entries: [], next_cursor: null };

export function createNewsModel(context: SupportContext): NewsModel {
  const { api, i18n, messenger, tenantConfig, visitor } = context;
  const older = signal<NewsPage>(none);
  const moreFailed = signal<PenguinMailsError | null>(null);
  const readUntil = signal(0);

  const read = async (cursor?: string, abort?: AbortSignal): Promise<NewsPage> => {
    if (!api) return none;
    const query = { locale: i18n.language.peek(), ...(cursor !== undefined && { cursor }) };
    return (await api()).listNews({ query }, abort);
  };
  const first = createResource(async (abort) => {
    const page = await read(undefined, abort);
    if (abort.aborted) return page;
    older.value = { entries: [], next_cursor: page.next_cursor };
    const dates = [tenantConfig.remote.peek()?.news_at, page.entries[0]?.date];
    // The settings may be older than the list, or the list older than the settings.
    for (const date of dates) if (date !== undefined) markNewsRead(context, date);
    return page;
  });

  const stopMarking = effect(() => {
    visitor.epoch.value;
    if (messenger.screen.value.id === 'news') readUntil.value = newsReadUntil(context);
  });
  const stopReading = effect(() => {
    visitor.epoch.value;
    i18n.language.value; // in another language, other entries exist
    if (messenger.screen.value.id !== 'news') return;
    moreFailed.value = null;
    void first.refresh();
  });

  return {
    state: first.state,
    entries: computed(() => {
      const state = first.state.value;
      const newest = (state.at !== 'idle' && state.value) || none;
      return [...newest.entries, ...older.value.entries];
    }),
    isUnread: ({ date }) => Date.parse(date) > readUntil.value,
    hasMore: computed(() => older.value.next_cursor !== null),
    moreFailed,
    async loadMore() {
      const known = older.peek();
      if (known.next_cursor === null) return;
      moreFailed.value = null;
      const page = await read(known.next_cursor).catch((cause) => {
        moreFailed.value = typed(cause);
      });
      // The list may have loaded again in the meantime.
      if (!page || older.peek() !== known) return;
      older.value = { ...page, entries: [...known.entries, ...page.entries] };
    },
    retry: () => void first.refresh(),
    open: (slug) => openArticle(slug, 'news', context),
    dispose() {
      stopMarking();
      stopReading();
      first.clear();
    },
  };
}
