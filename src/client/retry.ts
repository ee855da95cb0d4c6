import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { CircuitOpenError, PenguinMailsError } from '../errors.ts';

/** Longest wait in seconds that a person is left in front of a form; a longer one is told instead. */
const longestWait = 10;

/** At most three attempts; only what may succeed later is tried again (requirements 7). */
export const retryPolicy = retry(
  handleWhen(
    (error) =>
      isRetryable(error) &&
      !(error instanceof CircuitOpenError) &&
      (retryAfterOf(error) ?? 0) <= longestWait,
  ),
  {
    maxAttempts: 2,
    backoff: new DelegateBackoff(({ attempt, result }) =>
      'error' in result ? waitBefore(attempt, result.error) : 0,
    ),
  },
);

/** Milliseconds: what the backend asked for, else exponential with full jitter from 2 s, 10 s at most. */
export function waitBefore(attempt: number, error: unknown, random = Math.random): number {
  const asked = retryAfterOf(error);
  if (asked !== undefined) return asked * 1000;
  return Math.round(random() * Math.min(10_000, 2_000 * 2 ** (attempt - 1)));
}

function isRetryable(error: unknown): boolean {
  return error instanceof PenguinMailsError && error.retryable;
}

function retryAfterOf(error: unknown): number | undefined {
  return error instanceof PenguinMailsError &&
    'retryAfter' in error &&
    typeof error.retryAfter === 'number'
    ? error.retryAfter
    : undefined;
}
