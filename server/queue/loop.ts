import type { Logger } from '../base/logger.ts';

/** Something that runs in the background until it is stopped. */
export interface Background {
  /** Starts nothing more. Resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Resolves once nothing is due, with whether anything was since the last call. */
  idle(): Promise<boolean>;
}

export interface Loop extends Background {
  /** Runs at once; during a run, once more right after it. */
  wake(): void;
}

interface LoopOptions {
  /** Named in the log. */
  name: string;
  /** Longest pause between two runs. Milliseconds. */
  everyMs: number;
  /**
   * Resolves with true when there may be more to do at once. An error is logged, and the next run comes
   * after the pause. `signal` is aborted by `stop`.
   */
  run(signal: AbortSignal): Promise<boolean>;
  /** Whether work that a run has started goes on after it; its end wakes the loop. Default: it does not. */
  isBusy?: (() => boolean) | undefined;
  logger: Logger;
}

/** Runs something again and again, one run at a time: the one way in which the server works in the background. */
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

  async function pause(): Promise<void> {
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
      await pause();
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
