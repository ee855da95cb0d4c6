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

export interface Environment {
  Variables: { requestId: string; tenantId?: string; logger: Logger };
}
export type RequestContext = Context<Environment>;

export function succeed(c: RequestContext, data: unknown, status: 200 | 201): Response {
  const envelope: Success<unknown> = {
    success: true,
    data,
    meta: { request_id: c.get('requestId'), timestamp: new Date().toISOString() },
  };
  return c.json(envelope, status);
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
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  if (error instanceof RateLimitError || error instanceof ServerError) {
    if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter));
  }
  return c.json(envelope, status);
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}
