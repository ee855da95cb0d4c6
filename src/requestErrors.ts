import { type ErrorContext, PenguinMailsError } from './baseError.ts';
import type { ErrorDetail } from './contract/envelope.ts';

/** The request was invalid; `details` names the fields. */
export class ValidationError extends PenguinMailsError {
  override readonly name = 'ValidationError';
  readonly details: readonly ErrorDetail[];

  constructor(message: string, details: readonly ErrorDetail[] = [], context?: ErrorContext) {
    super(message, context);
    this.details = details;
  }
}

/** The key is missing or wrong, or the identity token has expired. */
export class AuthenticationError extends PenguinMailsError {
  override readonly name = 'AuthenticationError';
}

/** The caller is known, but not allowed: a wrong origin, or data of another visitor. */
export class AuthorizationError extends PenguinMailsError {
  override readonly name = 'AuthorizationError';
}

export class NotFoundError extends PenguinMailsError {
  override readonly name = 'NotFoundError';
}

/** The Idempotency-Key was used with another body, or the state has changed in the meantime. */
export class ConflictError extends PenguinMailsError {
  override readonly name = 'ConflictError';
}

/** `retryAfter`: seconds, if the backend named them. */
export class RateLimitError extends PenguinMailsError {
  override readonly name: string = 'RateLimitError';
  override readonly retryable = true;
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number, context?: ErrorContext) {
    super(message, context);
    this.retryAfter = retryAfter;
  }
}

/** A quota of the plan is used up. A short delay does not help. */
export class QuotaError extends PenguinMailsError {
  override readonly name = 'QuotaError';
}

/** No response within the time limit. */
export class TimeoutError extends PenguinMailsError {
  override readonly name = 'TimeoutError';
  override readonly retryable = true;
}

/** The backend failed (5xx). `retryAfter`: seconds, if the backend named them. */
export class ServerError extends PenguinMailsError {
  override readonly name = 'ServerError';
  override readonly retryable = true;
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number, context?: ErrorContext) {
    super(message, context);
    this.retryAfter = retryAfter;
  }
}

/** The backend failed several times, so no requests are sent for `retryAfter` seconds. */
export class CircuitOpenError extends PenguinMailsError {
  override readonly name = 'CircuitOpenError';
  override readonly retryable = true;
  readonly retryAfter: number;

  constructor(retryAfter: number, cause?: unknown) {
    super('Circuit breaker is open', { code: 'CIRCUIT_OPEN', cause });
    this.retryAfter = retryAfter;
  }
}

/** The response does not match the contract: a page of a proxy, another API, or another version. */
export class ContractError extends PenguinMailsError {
  override readonly name = 'ContractError';
}
