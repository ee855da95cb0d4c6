import type { Logger } from '../base/logger.ts';

/** A background task that runs until it is stopped. */
export interface Background {
  /** Starts no further run. Resolves when the current run has ended. */
  stop(): Promise<void>;
  /** Resolves when nothing is due, with whether anything was due since the last call. */
  idle(): Promise<boolean>;
}

export interface Loop extends Background {
  /** Starts a run now. If a run is active, another one follows it directly. */
  wake(): void;
}

interface LoopOptions {
  /** Name in the log. */
  name: string;
  /** Maximum pause between two runs. Milliseconds. */
  everyMs: number;
  /**
   * Resolves to true if there may be more to do right away. An error is logged, and the next run
   * starts after the pause. `signal` is aborted by `stop`.
   */
  run(signal: AbortSignal): Promise<boolean>;
  /**
   * Returns whether work that a run started is still going on. Its end wakes the loop. Default:
   * never.
   */
  isBusy?: (() => boolean) | undefined;
  logger: Logger;
}

/** Runs a task repeatedly, one run at a time. All background work of the server uses it. */
export function startLoop(options: LoopOptions): Loop {
  const { name, everyMs, run, isBusy = () => false, logger } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let isAwake = false;
  let isRunning = true;
  let hasWorked = false;
  let interrupt = () => {};
  let onIdle: ((hasWorked: boolean) => void)[] = [];

  function settle(): void {
    if (!signal.aborted && (isRunning || isAwake || isBusy())) return;
    for (const resolve of onIdle) resolve(hasWorked);
    if (onIdle.length > 0) hasWorked = false;
    onIdle = [];
  }

  async function waitForWork(): Promise<void> {
    if (isAwake || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      isAwake = false;
      isRunning = true;
      let hasMore = false;
      try {
        hasMore = await run(signal);
      } catch (error) {
        logger.warn({ loop: name, err: error }, 'Background task failed; will run again');
      }
      isRunning = false;
      hasWorked ||= hasMore || isBusy();
      if (hasMore) continue;
      settle();
      await waitForWork();
    }
    settle();
  }

  const looping = loop();
  return {
    wake() {
      isAwake = true;
      interrupt();
    },
    idle() {
      return new Promise((resolve) => {
        onIdle.push(resolve);
        settle();
      });
    },
    async stop() {
      stopping.abort();
      interrupt();
      await looping;
    },
  };
}
