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

/** Known, but not allowed: a wrong origin, another's data. */
export class AuthorizationError extends PenguinMailsError {
  override readonly name = 'AuthorizationError';
}

export class NotFoundError extends PenguinMailsError {
  override readonly name = 'NotFoundError';
}

/** The same idempotency key came with another body, or the state has moved on. */
export class ConflictError extends PenguinMailsError {
  override readonly name = 'ConflictError';
}

/** `retryAfter` in seconds, where the backend said it. */
export class RateLimitError extends PenguinMailsError {
  override readonly name: string = 'RateLimitError';
  override readonly retryable = true;
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number, context?: ErrorContext) {
    super(message, context);
    this.retryAfter = retryAfter;
  }
}

/** A quota of the plan is used up; waiting a little does not help. */
export class QuotaError extends PenguinMailsError {
  override readonly name = 'QuotaError';
}

/** No response within the time limit. */
export class TimeoutError extends PenguinMailsError {
  override readonly name = 'TimeoutError';
  override readonly retryable = true;
}

/** The backend failed (5xx). `retryAfter` in seconds, where it said so. */
export class ServerError extends PenguinMailsError {
  override readonly name = 'ServerError';
  override readonly retryable = true;
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number, context?: ErrorContext) {
    super(message, context);
    this.retryAfter = retryAfter;
  }
}

/** The backend failed several times: for `retryAfter` seconds nothing is sent to it. */
export class CircuitOpenError extends PenguinMailsError {
  override readonly name = 'CircuitOpenError';
  override readonly retryable = true;
  readonly retryAfter: number;

  constructor(retryAfter: number, cause?: unknown) {
    super('Circuit breaker is open', { code: 'CIRCUIT_OPEN', cause });
    this.retryAfter = retryAfter;
  }
}

/** The answer does not fit the contract: a proxy's page, another API, another version. */
export class ContractError extends PenguinMailsError {
  override readonly name = 'ContractError';
}
