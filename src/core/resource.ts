import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, toSupportError } from '../baseError.ts';

export type ResourceState<T> =
  | { at: 'idle' }
  | { at: 'loading'; value: T | undefined }
  | { at: 'ready'; value: T }
  | { at: 'failed'; error: PenguinMailsError; value: T | undefined };

export interface Resource<T> {
  state: ReadonlySignal<ResourceState<T>>;
  /** The last value; undefined before the first one. */
  value: ReadonlySignal<T | undefined>;
  /** Reads again. The newest response wins; an older running request is aborted. */
  refresh(): Promise<void>;
  /** Drops the value and aborts a running request. */
  clear(): void;
}

/** A value that is loaded from elsewhere. A failed refresh keeps the previous value. */
export function createResource<T>(read: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const state = signal<ResourceState<T>>({ at: 'idle' });
  let running: AbortController | undefined;

  const value = computed(() => (state.value.at === 'idle' ? undefined : state.value.value));

  async function refresh(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    state.value = { at: 'loading', value: value.peek() };
    try {
      const next = await read(mine.signal);
      if (running === mine) state.value = { at: 'ready', value: next };
    } catch (cause) {
      if (running === mine)
        state.value = { at: 'failed', error: toSupportError(cause), value: value.peek() };
    }
  }

  function clear(): void {
    running?.abort();
    running = undefined;
    state.value = { at: 'idle' };
  }

  return { state, value, refresh, clear };
}
