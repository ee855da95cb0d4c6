import { CircuitOpenError, PenguinMailsError } from '../errors.ts';

/**
 * Maximum delay for a person who waits in front of a form. A longer delay is reported as an error
 * with the time.
 */
const maxWaitSeconds = 10;
const maxAttempts = 3;

/**
 * Runs a call up to three times. Only errors that may succeed later are retried (requirements 7).
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (cause) {
      const isOver = signals.some((signal) => signal?.aborted);
      if (attempt === maxAttempts || isOver || !isWorthRetrying(cause)) throw cause;
      await delay(waitBefore(attempt, cause), signals);
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof PenguinMailsError &&
    error.retryable &&
    !(error instanceof CircuitOpenError) &&
    (retryAfterOf(error) ?? 0) <= maxWaitSeconds
  );
}

/** Ends early if a signal aborts. A next attempt then fails because of it. */
export function delay(ms: number, signals: readonly (AbortSignal | undefined)[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    for (const signal of signals) signal?.addEventListener('abort', end);
  });
}

/**
 * Returns the delay in milliseconds: what the backend asked for, otherwise exponential with full
 * jitter, from 2 s up to 10 s.
 */
export function waitBefore(attempt: number, error: unknown, random = Math.random): number {
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== undefined) return retryAfter * 1000;
  return Math.round(random() * Math.min(10_000, 2_000 * 2 ** (attempt - 1)));
}

/** Returns the seconds that the backend asked to wait. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof PenguinMailsError &&
    'retryAfter' in error &&
    typeof error.retryAfter === 'number'
    ? error.retryAfter
    : undefined;
}
