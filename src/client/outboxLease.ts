import { randomId } from '../core/randomId.ts';

/** The lease of a crashed tab expires after this time. */
const leaseMs = 10_000;

/** Two tabs may both hold the lease for a moment. The Idempotency-Key makes that harmless. */
export async function withLease(
  name: string,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const key = `${name}-lease`;
  const mine = randomId();
  const renew = () => write(key, JSON.stringify({ mine, until: Date.now() + leaseMs }));
  while (isLockedByOther(key, mine)) await wait(500, signal);
  renew();
  const renewing = setInterval(renew, leaseMs / 3);
  try {
    await work();
  } finally {
    clearInterval(renewing);
    write(key, null);
  }
}

function isLockedByOther(key: string, mine: string): boolean {
  try {
    const lease = JSON.parse(localStorage.getItem(key) ?? 'null');
    const left = lease === null ? 0 : Number(lease.until) - Date.now();
    // A lease of a tab whose clock was ahead does not count.
    return lease !== null && lease.mine !== mine && left > 0 && left <= leaseMs;
  } catch {
    return false; // without storage, tabs share nothing
  }
}

function write(key: string, lease: string | null): void {
  try {
    if (lease === null) localStorage.removeItem(key);
    else localStorage.setItem(key, lease);
  } catch {
    // without storage, tabs share nothing
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
