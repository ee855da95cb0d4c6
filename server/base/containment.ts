import { AsyncLocalStorage } from 'node:async_hooks';

const failures = new AsyncLocalStorage<(error: unknown) => void>();

/**
 * As `work()`, but that it rejects as well with an error that is thrown outside of its promise, by a timer
 * or a socket for example. Takes effect in a process that calls `keepAlive`.
 */
export function contain<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    failures.run(reject, () => void (async () => work())().then(resolve, reject));
  });
}

/**
 * From now on an error that nothing catches ends the process only when it comes from outside of
 * contained work. `onContained` and `onFatal` are called with it, `onFatal` before the process ends.
 * Returns how to stop.
 */
export function keepAlive({
  onContained,
  onFatal,
}: {
  onContained: (error: unknown) => void;
  onFatal: (error: unknown) => void;
}): () => void {
  const hear = (error: unknown) => {
    const fail = failures.getStore();
    if (fail === undefined) {
      onFatal(error);
      process.exit(1);
    }
    onContained(error);
    fail(error);
  };
  process.on('uncaughtException', hear);
  return () => void process.off('uncaughtException', hear);
}
