import { storagePrefix } from '../brand.ts';
import { randomId } from '../core/randomId.ts';

const name = `${storagePrefix}-outbox`;
/** A tab that held the lease and died gives it up after this time. */
const leaseMs = 10_000;

/** Two tabs may both believe that they hold it for a moment; the Idempotency-Key keeps that harmless. */
export async function withLease(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const mine = randomId();
  const hold = () => write(JSON.stringify({ mine, until: Date.now() + leaseMs }));
  while (isHeldByOther(mine)) await pause(500, signal);
  hold();
  const renewing = setInterval(hold, leaseMs / 3);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    write(null);
  }
}

function isHeldByOther(mine: string): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null');
    const left = kept === null ? 0 : Number(kept.until) - Date.now();
    // A lease from a clock that was ahead is no lease.
    return kept !== null && kept.mine !== mine && left > 0 && left <= leaseMs;
  } catch {
    return false; // no storage, so no other tab shares anything with this one
  }
}

function write(lease: string | null): void {
  try {
    if (lease === null) localStorage.removeItem(name);
    else localStorage.setItem(name, lease);
  } catch {
    // no storage, so no other tab shares anything with this one
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
