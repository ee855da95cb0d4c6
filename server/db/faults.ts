import { codeOf } from '../base/errorCode.ts';

/**
 * SQLSTATEs of temporary errors: connection lost or rejected, shutdown, too many connections,
 * timeout, serialization failure.
 */
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
/** Errors of `pg` that have no code. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/**
 * SQLSTATEs of values that cannot be stored: too long, out of range, invalid date, invalid text,
 * wrong type (uuid, jsonb).
 */
const unstorable = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/**
 * Returns true if the database rejected a value. Then the request is invalid, and its validation is
 * missing.
 */
export function isUnstorable(error: unknown): boolean {
  const code = codeOf(error);
  return typeof code === 'string' && unstorable.has(code);
}

/** True if the database could not be reached, so the same request may succeed later. */
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

/** Returns whether the account of a row was deleted while its key was still cached. */
export function isAccountGone(error: unknown): boolean {
  if (codeOf(error) !== '23503' || !(error instanceof Error) || !('constraint' in error)) {
    return false;
  }
  return /^[a-z_]+_tenant_id_fkey$/.test(String(error.constraint));
}
