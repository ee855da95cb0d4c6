import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, typed } from '../baseError.ts';

export type ResourceState<T> =
  | { at: 'idle' }
  | { at: 'loading'; value: T | undefined }
  | { at: 'ready'; value: T }
  | { at: 'failed'; error: PenguinMailsError; value: T | undefined };

export interface Resource<T> {
  state: ReadonlySignal<ResourceState<T>>;
  /** Reads again. The newest response wins; an older running request is aborted. */
  refresh(): Promise<void>;
  /** Drops the value and aborts a running request. */
  clear(): void;
}

/** A value that is loaded from elsewhere. A failed refresh keeps the previous value. */
export function createResource<T>(read: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const state = signal<ResourceState<T>>({ at: 'idle' });
  let running: AbortController | undefined;

  const known = () => valueIn(state.peek());

  async function refresh(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    state.value = { at: 'loading', value: known() };
    try {
      const value = await read(mine.signal);
      if (running === mine) state.value = { at: 'ready', value };
    } catch (cause) {
      if (running === mine) state.value = { at: 'failed', error: typed(cause), value: known() };
    }
  }

  function clear(): void {
    running?.abort();
    running = undefined;
    state.value = { at: 'idle' };
  }

  return { state, refresh, clear };
}

function valueIn<T>(state: ResourceState<T>): T | undefined {
  return state.at === 'idle' ? undefined : state.value;
}
