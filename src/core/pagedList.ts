import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { createResource, type Resource } from './resource.ts';

/** Rows from newest to oldest. `next` is the cursor of the next page, or null after the last one. */
export interface Page<Row> {
  rows: readonly Row[];
  next: string | null;
}

/** A list that loads page by page. `olderRows.ts` loads the pages after the first one. */
export interface PagedList<Row> {
  /** Reads the list. If older rows have been loaded, it reads as many rows again. */
  first: Resource<Page<Row>>;
  /** All pages that have been loaded so far, as one. */
  loaded: Signal<Page<Row>>;
  /** Returns the page followed by the next one. */
  extend(page: Page<Row>, abort?: AbortSignal): Promise<Page<Row>>;
  /** True if there are older rows to load. */
  hasMore: ReadonlySignal<boolean>;
  clear(): void;
}

const none = { rows: [], next: null };

/**
 * `read` gets no cursor for the first page. `onFirst` runs when the list arrives, before it is
 * shown.
 */
export function createPagedList<Row>(
  read: (cursor?: string, abort?: AbortSignal) => Promise<Page<Row>>,
  onFirst: (page: Page<Row>) => void,
): PagedList<Row> {
  const loaded = signal<Page<Row>>(none);

  async function extend({ rows, next }: Page<Row>, abort?: AbortSignal): Promise<Page<Row>> {
    const older = await read(next ?? undefined, abort);
    return { ...older, rows: [...rows, ...older.rows] };
  }

  const first = createResource(async (abort) => {
    let page: Page<Row> = none;
    do page = await extend(page, abort);
    while (page.next && page.rows.length < loaded.peek().rows.length);
    if (!abort.aborted) {
      loaded.value = page;
      onFirst(page);
    }
    return page;
  });

  return {
    first,
    loaded,
    extend,
    hasMore: computed(() => loaded.value.next !== null),
    clear() {
      first.clear();
      loaded.value = none;
    },
  };
}
