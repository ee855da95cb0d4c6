import type { Logger } from '../base/logger.ts';

/** Something that runs in the background until it is stopped. */
export interface Background {
  /** Starts nothing more. Resolves when what runs has ended. */
  stop(): Promise<void>;
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
  logger: Logger;
}

/** Runs something again and again, one run at a time: the one way in which the server works in the background. */
export function startLoop({ name, everyMs, run, logger }: LoopOptions): Loop {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isAwake = false;
  let interrupt = () => {};

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
      let hasMore = false;
      try {
        hasMore = await run(signal);
      } catch (error) {
        logger.warn({ loop: name, err: error }, 'Background task failed; will run again');
      }
      if (!hasMore) await pause();
    }
  }

  const looping = loop();
  return {
    wake() {
      isAwake = true;
      interrupt();
    },
    async stop() {
      stopping.abort();
      interrupt();
      await looping;
    },
  };
}
