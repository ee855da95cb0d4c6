import { signal } from '@preact/signals';
import type { InboxSort } from '../../src/contract/inboxFilter.ts';
import { filters } from './filters.ts';
import { type Conditions, createSavedFilters } from './savedFilters.model.ts';
import type { SignedIn } from './session.model.ts';

/** Selects which requests the inbox lists, and in which order. */
export function createCriteria(me: SignedIn) {
  /** The id of a list in `filters`, or of a saved one. */
  const filter = signal('all');
  const queue = signal('');
  const search = signal('');
  const sort = signal<InboxSort>('newest');
  /** Additional conditions, which override those of the list. */
  const conditions = signal<Conditions>({});
  const saved = createSavedFilters(me);

  const ofList = (): Conditions =>
    saved.find(filter.value)?.conditions ??
    filters.find(({ id }) => id === filter.value)?.query ??
    {};
  const all = (): Conditions => ({
    ...ofList(),
    ...(queue.value && { queue: queue.value }),
    ...conditions.value,
  });

  return {
    filter,
    queue,
    search,
    sort,
    conditions,
    saved,
    query: () => ({
      ...all(),
      sort: sort.value,
      ...(search.value.trim() && { search: search.value.trim() }),
    }),
    /** Selects a list and clears the additional conditions. */
    choose(id: string): void {
      filter.value = id;
      search.value = '';
      conditions.value = {};
      sort.value = saved.find(id)?.sort ?? sort.value;
    },
    /**
     * Saves the current conditions under a name. Returns the id of the list, or undefined if it was
     * rejected.
     */
    async save(name: string): Promise<string | undefined> {
      const id = await saved.save({ name, conditions: all(), sort: sort.value });
      if (id !== undefined) queue.value = '';
      return id;
    },
  };
}
