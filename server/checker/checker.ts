import type { Logger } from '../logger.ts';
import type { Checks } from './check.ts';

export interface CheckerOptions {
  checks: Checks;
  logger: Logger;
  /** How often it looks for what is due. Default 5 seconds. */
  pollMs?: number | undefined;
  /** Checks at a time. Default 8. */
  concurrency?: number | undefined;
}

export interface Checker {
  /** Something may have become due. */
  wake(): void;
  /** Waits for the checks that are under way. */
  stop(): Promise<void>;
}

/** Checks integrations when they are due. Any number of processes may do so side by side. */
export function startChecker(options: CheckerOptions): Checker {
  const { checks, logger, pollMs = 5_000, concurrency = 8 } = options;
  let isStopping = false;
  let isAwake = false;
  let interrupt = () => {};

  async function rest(): Promise<void> {
    if (!isAwake) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        interrupt = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    isAwake = false;
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      try {
        if ((await checks.checkDue(concurrency)) === concurrency) continue;
      } catch (error) {
        // The database is gone: leases end by themselves.
        logger.warn({ err: error });
      }
      if (!isStopping) await rest();
    }
  }

  const looping = loop();
  const wake = () => {
    isAwake = true;
    interrupt();
  };
  return {
    wake,
    async stop() {
      isStopping = true;
      wake();
      await looping;
    },
  };
}
