import { AsyncLocalStorage } from 'node:async_hooks';

const failures = new AsyncLocalStorage<(error: unknown) => void>();

/**
 * Like `work()`, but also rejects with an error that is thrown outside of its promise, for example
 * in a timer or socket. Requires a process that called `keepAlive`.
 */
export function contain<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    failures.run(reject, () => void (async () => work())().then(resolve, reject));
  });
}

/**
 * Makes uncaught errors end the process only if they come from outside contained work. Calls
 * `onContained` or `onFatal`; the latter before the process ends. Returns a function that undoes
 * it.
 */
export function keepAlive({
  onContained,
  onFatal,
}: {
  onContained: (error: unknown) => void;
  onFatal: (error: unknown) => void;
}): () => void {
  const onError = (error: unknown) => {
    const fail = failures.getStore();
    if (fail === undefined) {
      onFatal(error);
      process.exit(1);
    }
    onContained(error);
    fail(error);
  };
  process.on('uncaughtException', onError);
  return () => void process.off('uncaughtException', onError);
}
