import type { Page } from './ports.ts';

/** Polls while there is a subscriber and the page is visible; all share one timer. */
export interface Polling {
  /** Starts watching. Returns a function that stops it. */
  watch(): () => void;
  /** Reads now, or joins a running read. */
  now(): Promise<void>;
  /** Reads after a short delay, or when it is next watched, because something has changed. */
  soon(): void;
  /** Returns the milliseconds since the last read. */
  age(): number;
  destroy(): void;
}

/** Several changes within this time cause one read. Milliseconds. */
const gatherMs = 250;

export function createPolling(
  page: Pick<Page, 'isVisible' | 'onVisibility'>,
  read: () => Promise<void>,
  interval: () => number,
): Polling {
  let watchers = 0;
  let due = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let destroyed = false;

  function follow(): void {
    clearTimeout(timer);
    if (destroyed || watchers === 0 || running || !page.isVisible()) return;
    timer = setTimeout(() => void now(), Math.max(0, due - Date.now()));
  }

  function now(): Promise<void> {
    running ??= run();
    return running;
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY; // later changes cause another read
    try {
      await read();
    } finally {
      readAt = Date.now();
      due = Math.min(due, readAt + interval());
      running = undefined;
      follow();
    }
  }

  const stopLooking = page.onVisibility(follow);
  return {
    watch() {
      watchers++;
      follow();
      let watches = true;
      return () => {
        if (watches) watchers--;
        watches = false;
        follow();
      };
    },
    now,
    soon() {
      due = Math.min(due, Date.now() + gatherMs);
      follow();
    },
    age: () => Date.now() - readAt,
    destroy() {
      destroyed = true;
      clearTimeout(timer);
      stopLooking();
    },
  };
}
