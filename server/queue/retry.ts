import { IntegrationError } from '../base/integrationError.ts';

const maxRetryDelayMs = 3_600_000;

/**
 * Returns the delay before a retry. It is exponential with jitter, so that jobs that failed
 * together are not retried together. It is not shorter than the delay that the external system
 * asked for.
 */
export function retryDelay(attempts: number, firstMs: number, error?: unknown): number {
  const ceiling = Math.min(maxRetryDelayMs, firstMs * 2 ** (attempts - 1));
  return Math.max(waitAskedFor(error), Math.round(ceiling * (0.5 + Math.random() / 2)));
}

/**
 * Returns the delay that an external system asked for, in milliseconds, at most one hour. Of
 * several delays it returns the shortest.
 */
export function waitAskedFor(error: unknown): number {
  if (error instanceof AggregateError) return Math.min(...error.errors.map(waitAskedFor));
  const seconds = error instanceof IntegrationError ? (error.retryAfter ?? 0) : 0;
  return Math.min(maxRetryDelayMs, seconds * 1_000);
}

/**
 * Describes an error briefly, without any content of a mail: mail servers often quote addresses.
 * `sentence`: the next step, from an error of our own.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // Network errors have a code of their own.
  if (error instanceof AggregateError && !('code' in error)) {
    return error.errors.map(describeFailure).join('; ');
  }
  if (error.cause !== undefined) return describeFailure(error.cause);
  const fields: Record<string, unknown> = { ...error };
  const known = [
    ...[error.name, fields.type, fields.code, fields.responseCode, fields.command],
    fields.sentence,
  ];
  return known.filter((part) => part !== undefined).join(' ');
}
