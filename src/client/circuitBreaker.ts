import { CircuitOpenError } from '../errors.ts';

export interface CircuitBreakerOptions {
  /** Number of failures within `monitoringPeriodMs` that open the circuit. */
  failureThreshold: number;
  monitoringPeriodMs: number;
  /** Time without requests before a probe is allowed. */
  recoveryTimeoutMs: number;
  /** Returns whether an error counts as a failure. Other errors count as a response. */
  isFailure(error: unknown): boolean;
  now(): number;
}

export interface CircuitBreaker {
  /** @throws CircuitOpenError while the circuit is open */
  run<T>(call: () => Promise<T>): Promise<T>;
  /**
   * Calls the listener when a probe has closed the circuit. Returns a function that unsubscribes.
   */
  onClosed(listener: () => void): () => void;
}

/** Stops requests to a backend that keeps failing. One call at a time probes whether it is back. */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { failureThreshold, monitoringPeriodMs, recoveryTimeoutMs, isFailure, now } = options;
  const listeners = new Set<() => void>();
  let failures: number[] = [];
  let openedAt: number | null = null;
  let probe: Promise<unknown> | null = null;

  function failed(): void {
    failures = [...failures.filter((at) => at > now() - monitoringPeriodMs), now()];
    if (probe || failures.length >= failureThreshold) openedAt = now();
  }

  async function attempt<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (cause) {
      if (isFailure(cause)) failed();
      throw cause;
    }
  }

  async function tryProbe<T>(call: () => Promise<T>): Promise<T> {
    const before = openedAt;
    const mine = attempt(call);
    probe = mine;
    try {
      return await mine;
    } finally {
      probe = null;
      // An API error is a response too, so the backend is available again.
      if (openedAt === before) {
        openedAt = null;
        failures = [];
        for (const listener of [...listeners]) listener();
      }
    }
  }

  return {
    async run(call) {
      // The result of the probe decides whether this call is allowed.
      if (probe) await probe.catch(() => {});
      if (openedAt === null) return attempt(call);
      const left = openedAt + recoveryTimeoutMs - now();
      if (left > 0 || probe) throw new CircuitOpenError(Math.max(1, Math.ceil(left / 1000)));
      return tryProbe(call);
    },
    onClosed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
