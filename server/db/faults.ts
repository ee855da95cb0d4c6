import { codeOf } from '../base/errorCode.ts';

/** Connection lost or not accepted, shutting down, out of connections, cancelled by a timeout, a lost race. */
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

/** Too long, out of range, no such date, not text of the database, not of the type (uuid, jsonb). */
const unstorable = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/** Returns true when the database rejects a value: the request is invalid, and a check is missing. */
export function isUnstorable(error: unknown): boolean {
  const code = codeOf(error);
  return typeof code === 'string' && unstorable.has(code);
}

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

/** Whether a row has no account: it was deleted while its key was still remembered. */
export function isAccountGone(error: unknown): boolean {
  if (codeOf(error) !== '23503' || !(error instanceof Error) || !('constraint' in error)) {
    return false;
  }
  return /^[a-z_]+_tenant_id_fkey$/.test(String(error.constraint));
}
