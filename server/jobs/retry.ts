const longest = 3_600_000;

/** Exponential with jitter, so that jobs that failed together do not come back together. */
export function retryDelay(attempts: number, firstMs: number): number {
  const ceiling = Math.min(longest, firstMs * 2 ** (attempts - 1));
  return Math.round(ceiling * (0.5 + Math.random() / 2));
}

/** An error in a few words that repeat nothing of a mail: mail servers like to quote addresses. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause !== undefined) return describeFailure(error.cause);
  const fields: Record<string, unknown> = { ...error };
  const known = [error.name, fields.code, fields.responseCode, fields.command];
  return known.filter((part) => part !== undefined).join(' ');
}
