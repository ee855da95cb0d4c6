import type { Lock } from './outboxLock.ts';

interface TurnParts {
  lock: Lock;
  work(): Promise<void>;
  /** Milliseconds until there is work again; null if there is no work. */
  nextWait(): Promise<number | null>;
  signal: AbortSignal;
}

/** A longer timer would end at once; what is not due then waits again. */
const maxTimerMs = 2 ** 31 - 1;

/** Runs `work` under the lock, once at a time, and again when it was asked for meanwhile or is due. */
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
