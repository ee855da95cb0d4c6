import type { Logger } from '../base/logger.ts';
import type { Checks } from './check.ts';

export interface CheckerOptions {
  checks: Checks;
  logger: Logger;
  /** How often it looks for what is due. Default 2 seconds. */
  pollMs?: number | undefined;
  /** Checks at a time. Default 8. */
  concurrency?: number | undefined;
}

export interface Checker {
  /** Begins no more checks, and waits for those under way. */
  stop(): Promise<void>;
}

/** Checks integrations when they are due. Any number of processes may do so side by side. */
export function startChecker(options: CheckerOptions): Checker {
  const { checks, logger, pollMs = 2_000, concurrency = 8 } = options;
  const running = new Set<Promise<void>>();
  // The database is gone: leases end by themselves.
  const note = (error: unknown) => logger.warn({ err: error });
  let isStopping = false;
  let interrupt = () => {};

  async function begin(): Promise<void> {
    const free = concurrency - running.size;
    if (free === 0) return;
    for (const ref of await checks.claim(free)) {
      const done = checks
        .check(ref)
        .catch(note)
        .finally(() => {
          running.delete(done);
          interrupt();
        });
      running.add(done);
    }
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      await begin().catch(note);
      if (isStopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        interrupt = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const looping = loop();
  return {
    async stop() {
      isStopping = true;
      interrupt();
      await looping;
      await Promise.all(running);
    },
  };
}
