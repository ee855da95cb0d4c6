import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, typed } from '../baseError.ts';
import { createResource, type Resource } from './resource.ts';

/** Rows from newest to oldest. `next` is the cursor of the next page, or null after the last one. */
export interface Page<Row> {
  rows: readonly Row[];
  next: string | null;
}

export interface PagedList<Row> {
  first: Resource<Page<Row>>;
  /** All rows that have been loaded so far. */
  rows: ReadonlySignal<readonly Row[]>;
  /** True if there are older rows to load. */
  hasMore: ReadonlySignal<boolean>;
  /** The error if older rows did not load, else null. */
  moreFailed: ReadonlySignal<PenguinMailsError | null>;
  loadMore(): Promise<void>;
  clear(): void;
}

const none = { rows: [], next: null };

/**
 * A list that loads page by page. `read` gets no cursor for the first page. `onFirst` runs when a
 * first page arrives, before it is shown.
 */
export function createPagedList<Row>(
  read: (cursor?: string, abort?: AbortSignal) => Promise<Page<Row>>,
  onFirst: (page: Page<Row>) => void,
): PagedList<Row> {
  const loaded = signal<Page<Row>>(none);
  const moreFailed = signal<PenguinMailsError | null>(null);

  const first = createResource(async (abort) => {
    const page = await read(undefined, abort);
    if (!abort.aborted) {
      loaded.value = page;
      moreFailed.value = null;
      onFirst(page);
    }
    return page;
  });

  return {
    first,
    rows: computed(() => loaded.value.rows),
    hasMore: computed(() => loaded.value.next !== null),
    moreFailed,
    async loadMore() {
      const known = loaded.peek();
      if (known.next === null) return;
      moreFailed.value = null;
      const page = await read(known.next).catch((cause) => {
        moreFailed.value = typed(cause);
      });
      // Another page was loaded in the meantime, or the rows belong to a previous visitor.
      if (!page || loaded.peek() !== known) return;
      loaded.value = { rows: [...known.rows, ...page.rows], next: page.next };
    },
    clear() {
      first.clear();
      loaded.value = none;
      moreFailed.value = null;
    },
  };
}
