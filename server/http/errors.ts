import { PenguinMailsError } from '../../src/errors.ts';
import { refusals } from '../base/refusals.ts';
import { isDatabaseGone, isUnstorable } from '../db/faults.ts';
import { fail, isErrorCode, type RequestContext } from './answer.ts';

/** Every error becomes an envelope; one of our own making is logged, and says nothing of its inside. */
export function onError(error: Error, c: RequestContext): Response {
  const refusal = refusalFor(error);
  if (refusal.code === 'INTERNAL_ERROR') c.get('logger').error({ err: error });
  if (refusal.code === 'SERVICE_UNAVAILABLE') c.get('logger').warn({ err: error });
  if (isUnstorable(error)) {
    c.get('logger').warn({ err: error }, 'A value passed every check but the one of the database');
  }
  return fail(c, refusal);
}

function refusalFor(error: Error): PenguinMailsError {
  if (error instanceof PenguinMailsError && isErrorCode(error.code)) return error;
  if (isUnstorable(error)) return refusals.unstorable(error);
  return isDatabaseGone(error) ? refusals.unavailable(error) : refusals.internal(error);
}
