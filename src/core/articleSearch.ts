import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleResult, ArticleResults } from '../contract/article.ts';
import { mergeResults } from './mergeResults.ts';
import type { Api, DeviceSearch, LoadApi, SearchWish } from './ports.ts';

/**
 * `searching`: the first answer is not there yet · `found`: whoever could answer has ·
 * `alone`: the device answered, the server did not · `failed`: neither did.
 */
export type SearchStatus = 'idle' | 'searching' | 'found' | 'alone' | 'failed';

/**
 * The search of one field: the device answers at once, then the server refines the results. Results never go
 * back to those of an older text.
 */
export interface ArticleSearch {
  results: ReadonlySignal<readonly ArticleResult[]>;
  status: ReadonlySignal<SearchStatus>;
  search(text: string, category?: string): void;
  /** While the pointer is over the list, it does not move. */
  hold(isHeld: boolean): void;
  dispose(): void;
}

interface SearchParts {
  api: LoadApi;
  /** Undefined while it is not known whether there will be one. */
  device: ReadonlySignal<DeviceSearch | null | undefined>;
  /** Calls the server. */
  ask(
    api: Api,
    text: string,
    category: string | undefined,
    signal: AbortSignal,
  ): Promise<ArticleResults>;
  wish: Omit<SearchWish, 'category'>;
  /** Milliseconds without a keystroke until the server is asked. */
  pause: number;
  /** Shorter texts find nothing. */
  shortest: number;
}

export function createArticleSearch(parts: SearchParts): ArticleSearch {
  const { api, device, ask, wish, pause, shortest } = parts;
  const results = signal<readonly ArticleResult[]>([]);
  const status = signal<SearchStatus>('idle');
  let wanted: { text: string; category: string | undefined } = { text: '', category: undefined };
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;
  let hasServerAnswered = false;

  function stop(): void {
    clearTimeout(timer);
    asked?.abort();
  }

  function answerFromDevice(): void {
    const search = device.peek();
    if (!search || wanted.text.length < shortest) return;
    const found = search.find(wanted.text, { ...wish, category: wanted.category });
    results.value = isHeld ? mergeResults(results.peek(), found, isHeld) : found;
    const hasServerFailed = status.peek() === 'failed' || status.peek() === 'alone';
    status.value = hasServerFailed ? 'alone' : 'found';
  }

  async function askServer(): Promise<void> {
    const mine = new AbortController();
    asked = mine;
    try {
      const answer = await ask(await api(), wanted.text, wanted.category, mine.signal);
      if (mine.signal.aborted) return;
      hasServerAnswered = true;
      results.value = mergeResults(results.peek(), answer.results, isHeld);
      status.value = 'found';
    } catch {
      if (mine.signal.aborted) return;
      status.value = device.peek() ? 'alone' : 'failed';
    }
  }

  // A first index may load after the search began, and a newer one after a cached one has answered.
  const stopWaiting = effect(() => {
    if (device.value && !hasServerAnswered) answerFromDevice();
  });

  return {
    results,
    status,
    search(text, category) {
      const next = { text: text.trim(), category };
      if (next.text === wanted.text && next.category === wanted.category) return;
      wanted = next;
      isHeld = false;
      hasServerAnswered = false;
      stop();
      if (next.text.length < shortest) {
        results.value = [];
        status.value = 'idle';
        return;
      }
      status.value = 'searching';
      answerFromDevice();
      timer = setTimeout(() => void askServer(), pause);
    },
    hold(held) {
      isHeld = held;
    },
    dispose() {
      stop();
      stopWaiting();
    },
  };
}
