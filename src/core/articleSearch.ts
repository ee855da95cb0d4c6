import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleResult, ArticleResults } from '../contract/article.ts';
import { mergeResults } from './mergeResults.ts';
import type { Api, DeviceSearch, LoadApi, SearchOptions } from './ports.ts';

/**
 * `searching`: there is no result yet. `found`: device and server have responded. `alone`: the
 * device responded, but the server did not. `failed`: neither did.
 */
export type SearchStatus = 'idle' | 'searching' | 'found' | 'alone' | 'failed';

/**
 * The search of one field. The device responds immediately, then the server refines the results.
 * Results of an older text never replace newer ones.
 */
export interface ArticleSearch {
  results: ReadonlySignal<readonly ArticleResult[]>;
  status: ReadonlySignal<SearchStatus>;
  search(text: string, category?: string): void;
  /** While the pointer is over the list, it does not change. */
  freeze(isFrozen: boolean): void;
  isFrozen(): boolean;
  dispose(): void;
}

interface SearchParts {
  api: LoadApi;
  /** Undefined until it is known whether the device can search. */
  device: ReadonlySignal<DeviceSearch | null | undefined>;
  /** Sends the request to the server. */
  fetchResults(
    api: Api,
    text: string,
    category: string | undefined,
    signal: AbortSignal,
  ): Promise<ArticleResults>;
  wish: Omit<SearchOptions, 'category'>;
  /** Debounce in milliseconds before the request to the server. */
  debounceMs: number;
  /** Minimum number of characters. Shorter texts find nothing. */
  minLength: number;
}

export function createArticleSearch(parts: SearchParts): ArticleSearch {
  const { api, device, fetchResults, wish, debounceMs, minLength } = parts;
  const results = signal<readonly ArticleResult[]>([]);
  const status = signal<SearchStatus>('idle');
  let query: { text: string; category: string | undefined } = { text: '', category: undefined };
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFrozen = false;
  let hasServerResponded = false;

  function stop(): void {
    clearTimeout(timer);
    request?.abort();
  }

  function searchOnDevice(): void {
    const search = device.peek();
    if (!search || query.text.length < minLength) return;
    const found = search.find(query.text, { ...wish, category: query.category });
    results.value = isFrozen ? mergeResults(results.peek(), found, isFrozen) : found;
    const hasServerFailed = status.peek() === 'failed' || status.peek() === 'alone';
    status.value = hasServerFailed ? 'alone' : 'found';
  }

  async function searchOnServer(): Promise<void> {
    const mine = new AbortController();
    request = mine;
    try {
      const found = await fetchResults(await api(), query.text, query.category, mine.signal);
      if (mine.signal.aborted) return;
      hasServerResponded = true;
      results.value = mergeResults(results.peek(), found.results, isFrozen);
      status.value = 'found';
    } catch {
      if (mine.signal.aborted) return;
      status.value = device.peek() ? 'alone' : 'failed';
    }
  }

  // The first index may load after the search started, and a newer one after a cached one has
  // responded.
  const stopWaiting = effect(() => {
    if (device.value && !hasServerResponded) searchOnDevice();
  });

  return {
    results,
    status,
    search(text, category) {
      const next = { text: text.trim(), category };
      if (next.text === query.text && next.category === query.category) return;
      query = next;
      isFrozen = false;
      hasServerResponded = false;
      stop();
      if (next.text.length < minLength) {
        results.value = [];
        status.value = 'idle';
        return;
      }
      status.value = 'searching';
      searchOnDevice();
      timer = setTimeout(() => void searchOnServer(), debounceMs);
    },
    freeze(value) {
      isFrozen = value;
    },
    isFrozen: () => isFrozen,
    dispose() {
      stop();
      stopWaiting();
    },
  };
}
