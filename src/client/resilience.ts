import { NetworkError, RateLimitError, ServerError, TimeoutError } from '../errors.ts';
import { createCircuitBreaker } from './circuitBreaker.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Milliseconds and counts of requirements 7. */
export const breakerSettings = {
  failureThreshold: 5,
  recoveryTimeout: 15_000,
  monitoringPeriod: 30_000,
};
const requestsPerMinute = 60;

export interface Resilience {
  /**
   * Runs one attempt.
   * @throws CircuitOpenError while the backend counts as dead · RateLimitError beyond 60 a minute
   */
  attempt<T>(call: () => Promise<T>): Promise<T>;
  /** Calls back when the backend answers again. Returns a function that unsubscribes. */
  onRecovered(listener: () => void): () => void;
}

/** Protects requests to one backend: a circuit breaker and our own rate limit. */
export function createResilience(diagnosis?: Diagnosis, now: () => number = Date.now): Resilience {
  const breaker = createCircuitBreaker({
    failureThreshold: breakerSettings.failureThreshold,
    monitoringPeriodMs: breakerSettings.monitoringPeriod,
    recoveryTimeoutMs: breakerSettings.recoveryTimeout,
    isFailure: isOutage,
    now,
  });
  const secondsUntilAllowed = requestsWithin(now);

  async function watched<T>(call: () => Promise<T>): Promise<T> {
    try {
      const reply = await call();
      diagnosis?.answered();
      return reply;
    } catch (cause) {
      diagnosis?.failed(cause);
      throw cause;
    }
  }

  return {
    async attempt(call) {
      const seconds = secondsUntilAllowed();
      if (seconds > 0) {
        throw new RateLimitError('Too many requests from this page.', seconds, {
          code: 'OWN_LIMIT',
        });
      }
      return breaker.run(() => watched(call));
    },
    onRecovered: breaker.onClosed,
  };
}

/** The backend is unavailable: it did not answer or failed. A rejected request does not count. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof NetworkError || error instanceof TimeoutError || error instanceof ServerError
  );
}

/** Counts a request, or returns the seconds until the next one is allowed. */
function requestsWithin(now: () => number): () => number {
  let sent: number[] = [];
  return () => {
    sent = sent.filter((at) => at > now() - 60_000);
    const [oldest] = sent;
    if (oldest !== undefined && sent.length >= requestsPerMinute) {
      return Math.ceil((oldest + 60_000 - now()) / 1000);
    }
    sent.push(now());
    return 0;
  };
}
