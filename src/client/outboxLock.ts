import { storagePrefix } from '../brand.ts';

const name = `${storagePrefix}-outbox`;

/** Runs `work` while no other tab of this site does. Rejects with the signal's reason when aborted before its turn. */
export type Lock = (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;

/** Web Locks; a lease in localStorage on plain-http pages, which have none. */
export function createLock(): Lock {
  if (!('locks' in navigator)) return withLease;
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
      await withLease(work, signal); // a sandboxed frame has the interface, but may not use it
    }
  };
}

/** Where even the lease does not load, two tabs may send at once; the Idempotency-Key keeps that harmless. */
async function withLease(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const lease = await import('./outboxLease.ts').catch(() => null);
  await (lease ? lease.withLease(work, signal) : work());
}
