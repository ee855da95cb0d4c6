import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, toSupportError } from '../baseError.ts';
import type { Page, PagedList } from './pagedList.ts';

/** Loads the older rows of a list. */
export interface OlderRows {
  /** The error if older rows did not load, else null. */
  moreFailed: ReadonlySignal<PenguinMailsError | null>;
  loadMore(): Promise<void>;
}

export function createOlderRows<Row>({
  loaded,
  extend,
}: Pick<PagedList<Row>, 'loaded' | 'extend'>): OlderRows {
  const failed = signal<{ after: Page<Row>; error: PenguinMailsError } | null>(null);

  return {
    moreFailed: computed(() =>
      failed.value?.after === loaded.value ? (failed.value?.error ?? null) : null,
    ),
    async loadMore() {
      const known = loaded.peek();
      if (known.next === null) return;
      failed.value = null;
      try {
        const page = await extend(known);
        // Another page was loaded in the meantime, or the rows belong to a previous visitor.
        if (loaded.peek() === known) loaded.value = page;
      } catch (cause) {
        failed.value = { after: known, error: toSupportError(cause) };
      }
    },
  };
}
