import { computed, type Signal, signal } from '@preact/signals';
import type { Reply } from '../../src/contract/endpoint.ts';
import {
  createFilter,
  deleteFilter,
  listFilters,
  type SavedFilter,
} from '../../src/contract/inboxFilter.ts';
import { sentenceOf } from '../api/failure.ts';
import type { SignedIn } from './session.model.ts';

export type Conditions = SavedFilter['conditions'];

/** The agent's named lists with their counts. */
export function createSavedFilters({ api }: SignedIn) {
  const filters = signal<Reply<typeof listFilters>['filters']>([]);
  /** Apart, since each update of the inbox loads the filters, and must not hide a failed change. */
  const loadProblem = signal<string | undefined>(undefined);
  const changeProblem = signal<string | undefined>(undefined);

  async function attempt<T>(
    problem: Signal<string | undefined>,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const done = await work();
      problem.value = undefined;
      return done;
    } catch (error) {
      problem.value = sentenceOf(error);
      return undefined;
    }
  }

  async function read(): Promise<void> {
    filters.value = (await api.call(listFilters)).filters;
  }

  return {
    filters,
    problem: computed(() => changeProblem.value ?? loadProblem.value),
    find: (id: string) => filters.value.find((one) => one.id === id),
    load: () => attempt(loadProblem, read),
    /** Returns the id of the new filter, or undefined if it was rejected. */
    save: (body: Omit<SavedFilter, 'id'>) =>
      attempt(changeProblem, async () => {
        const { id } = await api.call(createFilter, { body });
        await read();
        return id;
      }),
    remove: (id: string) =>
      attempt(changeProblem, async () => {
        await api.call(deleteFilter, { params: { id } });
        await read();
        return true;
      }),
  };
}
