import type { Context } from 'hono';
import type { ErrorCode, Failure, Success } from '../../src/contract/envelope.ts';
import { errorStatus } from '../../src/contract/envelope.ts';
import {
  type PenguinMailsError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../../src/errors.ts';
import type { Logger } from '../base/logger.ts';
import { createResponse, setHeader } from './responseHeaders.ts';

const json = 'application/json';

export interface Environment {
  Variables: {
    requestId: string;
    tenantId?: string;
    logger: Logger;
    /** Headers of the response, with names in lower case. */
    headers: Record<string, string>;
  };
}
export type RequestContext = Context<Environment>;

export function succeed(c: RequestContext, data: unknown, status: 200 | 201): Response {
  const envelope: Success<unknown> = {
    success: true,
    data,
    meta: { request_id: c.get('requestId'), timestamp: new Date().toISOString() },
  };
  return createResponse(c, JSON.stringify(envelope), status, json);
}

export function fail(c: RequestContext, error: PenguinMailsError): Response {
  const envelope: Failure = {
    success: false,
    error: {
      code: error.code,
      message: error.message,
      details: error instanceof ValidationError ? [...error.details] : [],
      request_id: c.get('requestId'),
    },
  };
  const status = isErrorCode(error.code) ? errorStatus[error.code] : 500;
  if (status === 401) setHeader(c, 'WWW-Authenticate', 'Bearer');
  if (error instanceof RateLimitError || error instanceof ServerError) {
    if (error.retryAfter !== undefined) setHeader(c, 'Retry-After', String(error.retryAfter));
  }
  return createResponse(c, JSON.stringify(envelope), status, json);
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}
