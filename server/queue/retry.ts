import { IntegrationError } from '../base/integrationError.ts';

const maxRetryDelayMs = 3_600_000;

/**
 * Exponential with jitter, so that jobs that failed together do not come back together; not before
 * the system that rejected the request asks for.
 */
export function retryDelay(attempts: number, firstMs: number, error?: unknown): number {
  const ceiling = Math.min(maxRetryDelayMs, firstMs * 2 ** (attempts - 1));
  return Math.max(waitAskedFor(error), Math.round(ceiling * (0.5 + Math.random() / 2)));
}

/** Milliseconds that an external system has asked for, an hour at most; of several the shortest wait. */
export function waitAskedFor(error: unknown): number {
  if (error instanceof AggregateError) return Math.min(...error.errors.map(waitAskedFor));
  const seconds = error instanceof IntegrationError ? (error.retryAfter ?? 0) : 0;
  return Math.min(maxRetryDelayMs, seconds * 1_000);
}

/** An error in a few words that repeat nothing of a mail: mail servers like to quote addresses. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // Network errors carry a code of their own.
  if (error instanceof AggregateError && !('code' in error)) {
    return error.errors.map(describeFailure).join('; ');
  }
  if (error.cause !== undefined) return describeFailure(error.cause);
  const fields: Record<string, unknown> = { ...error };
  const known = [error.name, fields.type, fields.code, fields.responseCode, fields.command];
  return known.filter((part) => part !== undefined).join(' ');
}
