/** Connection lost or refused, shutting down, out of connections, cancelled by a timeout, a lost race. */
const passingStates = /^(08|53|57|40|55P03)/;
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);
/** `pg` has no codes for these. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/** True when the database could not be asked, so that the same request may succeed later. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseGone)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isSqlState = code.length === 5;
  return (
    (isSqlState && passingStates.test(code)) ||
    networkCodes.has(code) ||
    messages.test(error.message)
  );
}
