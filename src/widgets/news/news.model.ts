import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { NewsEntry } from '../../contract/news.ts';
import type { SupportContext } from '../../core/context.ts';
import { markNewsRead, newsReadUntil } from '../../core/news.ts';
import { createOlderRows, type OlderRows } from '../../core/olderRows.ts';
import { openArticle } from '../../core/openArticle.ts';
import { createPagedList, type Page, type PagedList } from '../../core/pagedList.ts';
import type { ResourceState } from '../../core/resource.ts';

export interface NewsModel extends OlderRows, Pick<PagedList<NewsEntry>, 'hasMore'> {
  state: ReadonlySignal<ResourceState<Page<NewsEntry>>>;
  /** All entries that have been loaded so far, newest first. */
  entries: ReadonlySignal<readonly NewsEntry[]>;
  /** Returns whether an entry was unread when the screen opened. */
  isUnread(entry: NewsEntry): boolean;
  retry(): void;
  open(slug: string): void;
  dispose(): void;
}

export function createNewsModel(context: SupportContext): NewsModel {
  const { api, i18n, messenger, tenantConfig, visitor } = context;
  const readUntil = signal(0);

  const list = createPagedList<NewsEntry>(
    async (cursor, abort) => {
      if (!api) return { rows: [], next: null };
      const query = { locale: i18n.language.peek(), cursor };
      const { entries, next_cursor } = await (await api()).listNews({ query }, abort);
      return { rows: entries, next: next_cursor };
    },
    ({ rows: [newest] }) => {
      // The settings may be older than the list, or the list older than the settings.
      for (const date of [tenantConfig.remote.peek()?.news_at, newest?.date]) {
        if (date !== undefined) markNewsRead(context, date);
      }
    },
  );

  const stopMarking = effect(() => {
    visitor.epoch.value;
    if (messenger.screen.value.id === 'news') readUntil.value = newsReadUntil(context);
  });
  const stopReading = effect(() => {
    visitor.epoch.value;
    i18n.language.value; // in another language, other entries exist
    if (messenger.screen.value.id !== 'news') return;
    void list.first.refresh();
  });

  return {
    hasMore: list.hasMore,
    ...createOlderRows(list),
    state: list.first.state,
    entries: computed(() => list.loaded.value.rows),
    isUnread: ({ date }) => Date.parse(date) > readUntil.value,
    retry: () => void list.first.refresh(),
    open: (slug) => openArticle(slug, 'news', context),
    dispose() {
      stopMarking();
      stopReading();
      list.clear();
    },
  };
}
