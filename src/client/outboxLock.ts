/**
 * Runs `work` while no other tab of this site does. Rejects with the signal's reason if it is
 * aborted while waiting.
 */
export type Lock = (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;

/** Uses Web Locks, or a lease in localStorage on plain-http pages, where Web Locks are missing. */
export function createLock(name: string): Lock {
  const lease: Lock = (work, signal) => withLease(name, work, signal);
  if (!('locks' in navigator)) return lease;
  return async (work, signal) => {
    let begun = false;
    const begin = () => {
      begun = true;
      return work();
    };
    try {
      await navigator.locks.request(name, { signal }, begin);
    } catch (cause) {
      if (begun || signal.aborted) throw cause;
      await lease(work, signal); // a sandboxed frame has the interface, but may not be allowed to use it
    }
  };
}

/**
 * If even the lease does not load, two tabs may send at the same time. The Idempotency-Key makes
 * that harmless.
 */
async function withLease(name: string, ...parameters: Parameters<Lock>): Promise<void> {
  const lease = await import('./outboxLease.ts').catch(() => null);
  const [work] = parameters;
  await (lease ? lease.withLease(name, ...parameters) : work());
}
