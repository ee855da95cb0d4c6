import {
  CircuitState,
  circuitBreaker,
  handleWhen,
  type IBreaker,
  isBrokenCircuitError,
} from 'cockatiel';
import {
  CircuitOpenError,
  NetworkError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../errors.ts';

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
  attempt<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Hears that the backend answers again. Returns how to stop. */
  onRecovered(listener: () => void): () => void;
}

/** What stands before every request to one backend: its circuit breaker and our own limit. */
export function createResilience(now: () => number = Date.now): Resilience {
  let opened = 0;
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: breakerSettings.recoveryTimeout,
    breaker: failuresWithin(now),
  });
  breaker.onBreak(() => {
    opened = now();
  });
  const secondsUntilAllowed = requestsWithin(now);

  return {
    async attempt(call, signal) {
      const seconds = secondsUntilAllowed();
      if (seconds > 0) {
        throw new RateLimitError('Too many requests from this page.', seconds, {
          code: 'OWN_LIMIT',
        });
      }
      try {
        return await breaker.execute(call, signal);
      } catch (cause) {
        if (!isBrokenCircuitError(cause)) throw cause;
        const left = opened + breakerSettings.recoveryTimeout - now();
        throw new CircuitOpenError(Math.max(1, Math.ceil(left / 1000)), cause);
      }
    },
    onRecovered(listener) {
      const { dispose } = breaker.onReset(listener);
      return dispose;
    },
  };
}

/** The backend cannot serve: not one refused request, but no answer or a failing server. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof NetworkError || error instanceof TimeoutError || error instanceof ServerError
  );
}

/** Opens after so many failures within the monitoring period, and after a failed probe. */
function failuresWithin(now: () => number): IBreaker {
  let failures: number[] = [];
  return {
    state: null,
    success(state) {
      if (state === CircuitState.HalfOpen) failures = [];
    },
    failure(state) {
      failures = failures.filter((at) => at > now() - breakerSettings.monitoringPeriod);
      failures.push(now());
      return state === CircuitState.HalfOpen || failures.length >= breakerSettings.failureThreshold;
    },
  };
}

/** Counts a request, or says in how many seconds the next one may go. */
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
