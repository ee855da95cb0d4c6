import { randomId } from '../core/randomId.ts';

/** A tab that held the lease and died gives it up after this time. */
const leaseMs = 10_000;

/**
 * Two tabs may both believe that they hold the lease for a moment; the Idempotency-Key makes that
 * harmless.
 */
export async function withLease(
  name: string,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const key = `${name}-lease`;
  const mine = randomId();
  const hold = () => write(key, JSON.stringify({ mine, until: Date.now() + leaseMs }));
  while (isHeldByOther(key, mine)) await pause(500, signal);
  hold();
  const renewing = setInterval(hold, leaseMs / 3);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    write(key, null);
  }
}

function isHeldByOther(key: string, mine: string): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    const left = kept === null ? 0 : Number(kept.until) - Date.now();
    // A lease from a clock that was ahead is no lease.
    return kept !== null && kept.mine !== mine && left > 0 && left <= leaseMs;
  } catch {
    return false; // no storage, so no other tab shares anything with this one
  }
}

function write(key: string, lease: string | null): void {
  try {
    if (lease === null) localStorage.removeItem(key);
    else localStorage.setItem(key, lease);
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
