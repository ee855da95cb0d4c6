import type { Logger } from '../base/logger.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import type { Checks } from './check.ts';

export interface CheckerOptions {
  checks: Checks;
  logger: Logger;
  /** Interval between polls for due checks. Default 2 seconds. */
  pollMs?: number | undefined;
  /** Maximum number of checks at a time. Default 8. */
  concurrency?: number | undefined;
}

/** Checks integrations when they are due. Any number of processes can do so in parallel. */
export function startChecker(options: CheckerOptions): Background {
  const { checks, logger, pollMs = 2_000, concurrency = 8 } = options;
  const running = new Set<Promise<void>>();

  async function begin(): Promise<boolean> {
    const free = concurrency - running.size;
    if (free === 0) return false;
    for (const ref of await checks.claim(free)) {
      const done = checks
        .check(ref)
        // The database is unreachable, so the lease expires on its own.
        .catch((error: unknown) => logger.warn({ ...ref, err: error }, 'Check failed'))
        .finally(() => {
          running.delete(done);
          loop.wake();
        });
      running.add(done);
    }
    return false;
  }

  const isBusy = () => running.size > 0;
  const loop = startLoop({ name: 'checks', everyMs: pollMs, run: begin, isBusy, logger });
  return {
    idle: loop.idle,
    async stop() {
      await loop.stop();
      await Promise.all(running);
    },
  };
}
