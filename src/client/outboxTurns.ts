import type { Lock } from './outboxLock.ts';

interface TurnParts {
  lock: Lock;
  work(): Promise<void>;
  /** Returns the milliseconds until there is work again, or null. */
  nextWait(): Promise<number | null>;
  signal: AbortSignal;
}

/** A longer timer would fire immediately. Later work sets the timer again. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Runs `work` under the lock, one run at a time. Runs it again if it was requested in the meantime,
 * or when entries are due.
 */
export function createTurns({ lock, work, nextWait, signal }: TurnParts): { flush(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  signal.addEventListener('abort', () => clearTimeout(timer));

  async function turn(): Promise<void> {
    do {
      again = false;
      await lock(work, signal);
    } while (again);
    const wait = await nextWait();
    if (wait !== null && !signal.aborted) timer = setTimeout(flush, Math.min(wait, maxTimerMs));
  }

  function flush(): void {
    again = running;
    if (running || signal.aborted) return;
    running = true;
    clearTimeout(timer);
    turn()
      .catch((cause) => {
        if (!signal.aborted) throw cause;
      })
      .finally(() => {
        running = false;
        if (again) flush();
      });
  }

  return { flush };
}
