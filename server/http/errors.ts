import { PenguinMailsError } from '../../src/errors.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isAccountGone, isDatabaseGone, isUnstorable } from '../db/faults.ts';
import { fail, isErrorCode, type RequestContext } from './envelope.ts';
import { requestLogger } from './requestLog.ts';

/**
 * Returns the error envelope of an error. An unexpected error is logged, and its details are not
 * sent to the client.
 */
export function onError(error: Error, c: RequestContext): Response {
  const apiError = apiErrorFor(error);
  if (apiError.code === 'INTERNAL_ERROR')
    requestLogger(c).error({ err: error }, 'Request failed: internal error');
  if (apiError.code === 'SERVICE_UNAVAILABLE')
    requestLogger(c).warn({ err: error }, 'Request failed: a service is unavailable');
  if (isUnstorable(error)) {
    requestLogger(c).warn({ err: error }, 'A value passed every check but the one of the database');
  }
  return fail(c, apiError);
}

function apiErrorFor(error: Error): PenguinMailsError {
  if (error instanceof PenguinMailsError && isErrorCode(error.code)) return error;
  if (isUnstorable(error)) return apiErrors.unstorable(error);
  if (isAccountGone(error)) return apiErrors.invalidKey();
  return isDatabaseGone(error) ? apiErrors.unavailable(error) : apiErrors.internal(error);
}
