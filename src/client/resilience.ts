import { NetworkError, RateLimitError, ServerError, TimeoutError } from '../errors.ts';
import { createCircuitBreaker } from './circuitBreaker.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The circuit opens after five failures within 30 seconds, and is tried again after 15 seconds. */
export const breakerSettings = {
  failureThreshold: 5,
  recoveryTimeoutMs: 15_000,
  monitoringPeriodMs: 30_000,
};
const maxRequestsPerMinute = 60;

export interface Resilience {
  /**
   * Runs one attempt.
   * @throws CircuitOpenError while the circuit is open, RateLimitError above 60 requests per minute
   */
  attempt<T>(call: () => Promise<T>): Promise<T>;
  /** Calls the listener when the backend responds again. Returns a function that unsubscribes. */
  onRecovered(listener: () => void): () => void;
}

/** Protects requests to one backend: a circuit breaker and our own rate limit. */
export function createResilience(diagnosis?: Diagnosis, now: () => number = Date.now): Resilience {
  const breaker = createCircuitBreaker({
    ...breakerSettings,
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

/**
 * Returns whether an error means that the backend is unavailable: no response, or a server error. A
 * rejected request does not count.
 */
function isOutage(error: unknown): boolean {
  return (
    error instanceof NetworkError || error instanceof TimeoutError || error instanceof ServerError
  );
}

/**
 * Returns a function that counts a request and returns 0, or returns the seconds until the next one
 * is allowed.
 */
function requestsWithin(now: () => number): () => number {
  let sent: number[] = [];
  return () => {
    sent = sent.filter((at) => at > now() - 60_000);
    const [oldest] = sent;
    if (oldest !== undefined && sent.length >= maxRequestsPerMinute) {
      return Math.ceil((oldest + 60_000 - now()) / 1000);
    }
    sent.push(now());
    return 0;
  };
}
