import { headers } from '../../src/contract/endpoint.ts';
import type { ErrorCode, ErrorDetail } from '../../src/contract/envelope.ts';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  NotFoundError,
  PenguinMailsError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../../src/errors.ts';

function coded(code: ErrorCode, cause?: unknown): { code: ErrorCode; cause?: unknown } {
  return { code, cause };
}

/** Creates API errors, with one function for each code of the contract. */
export const apiErrors = {
  malformed: (message: string, cause?: unknown) =>
    new PenguinMailsError(message, coded('MALFORMED_REQUEST', cause)),
  authenticationRequired: (message: string) =>
    new AuthenticationError(message, coded('AUTHENTICATION_REQUIRED')),
  invalidKey: () =>
    new AuthenticationError(
      'The API key is unknown, expired or revoked. Check the key, or create a new one.',
      coded('INVALID_KEY'),
    ),
  signInExpired: () =>
    new PenguinMailsError(
      'This sign-in has expired, or was already used. Go back to the page where it began, and connect again.',
      coded('MALFORMED_REQUEST'),
    ),
  identityInvalid: () =>
    new AuthenticationError(
      'The identity token is invalid. Sign it with a current secret or key of this account.',
      coded('IDENTITY_INVALID'),
    ),
  identityExpired: () =>
    new AuthenticationError(
      'The identity token has expired. Send a new one.',
      coded('IDENTITY_EXPIRED'),
    ),
  identityRequired: () =>
    new AuthenticationError(
      `This request needs an identity token. Send it in the header ${headers.identity}.`,
      coded('IDENTITY_REQUIRED'),
    ),
  accountClosed: () =>
    new AuthorizationError(
      'This account is closed, so its keys are rejected. The operator of the server can reopen it.',
      coded('ACCOUNT_CLOSED'),
    ),
  originNotAllowed: (origin: string) =>
    new AuthorizationError(
      `The origin ${origin} is not allowed. Add it to the setting allowed_origins of the account.`,
      coded('ORIGIN_NOT_ALLOWED'),
    ),
  permissionDenied: (message: string) =>
    new AuthorizationError(message, coded('PERMISSION_DENIED')),
  notFound: (message: string) => new NotFoundError(message, coded('NOT_FOUND')),
  noEndpoint: () =>
    new NotFoundError(
      'There is no such endpoint. The API is under /v1/, and /v1/openapi.json lists its endpoints.',
      coded('NOT_FOUND'),
    ),
  methodNotAllowed: (message: string) =>
    new PenguinMailsError(message, coded('METHOD_NOT_ALLOWED')),
  idempotencyConflict: () =>
    new ConflictError(
      'This Idempotency-Key was used with another request. Send a new key with a new request.',
      coded('IDEMPOTENCY_CONFLICT'),
    ),
  notResolved: () =>
    new ConflictError(
      'Only a resolved request can be rated. Wait until the team resolves it.',
      coded('NOT_RESOLVED'),
    ),
  notSyncable: (message: string) => new ConflictError(message, coded('NOT_SYNCABLE')),
  articleChanged: (savedBy: string | null) =>
    new ConflictError(
      `${savedBy === '' ? 'An unnamed key' : (savedBy ?? 'An import')} has saved this article since you opened it. Compare the versions, then save again.`,
      coded('ARTICLE_CHANGED'),
    ),
  cannedReplyChanged: (savedBy: string | null) =>
    new ConflictError(
      `${savedBy || 'An unnamed key'} has saved this canned reply since you opened it. Overwrite it with yours, or load theirs.`,
      coded('CANNED_REPLY_CHANGED'),
    ),
  slugTaken: (slug: string) =>
    new ConflictError(
      `Another article has the slug ${slug}. Choose another one.`,
      coded('SLUG_TAKEN'),
    ),
  payloadTooLarge: (limit: number) =>
    new PenguinMailsError(
      `The request is larger than ${limit} bytes. Send less data.`,
      coded('PAYLOAD_TOO_LARGE'),
    ),
  unsupportedMediaType: () =>
    new PenguinMailsError(
      'Send the body with Content-Type: application/json.',
      coded('UNSUPPORTED_MEDIA_TYPE'),
    ),
  invalid: (details: readonly ErrorDetail[]) =>
    new ValidationError(
      'Some fields are invalid. Correct them and try again.',
      details,
      coded('VALIDATION_ERROR'),
    ),
  unstorable: (cause: unknown) =>
    new ValidationError(
      'A value in the request is malformed or out of range. Check numbers, dates and ids.',
      [],
      coded('VALIDATION_ERROR', cause),
    ),
  proofRequired: () =>
    new AuthorizationError(
      `Requests of visitors without a signed identity need a proof of work in the header ${headers.proof}. See the setting proof_of_work.`,
      coded('PROOF_REQUIRED'),
    ),
  rateLimited: (retryAfter: number) =>
    new RateLimitError('Too many requests. Try again later.', retryAfter, coded('RATE_LIMITED')),
  unavailable: (cause: unknown) =>
    new ServerError(
      'The service is temporarily unavailable. Try again shortly.',
      5,
      coded('SERVICE_UNAVAILABLE', cause),
    ),
  internal: (cause: unknown) =>
    new ServerError(
      'Something went wrong on our side. Try again in a moment.',
      undefined,
      coded('INTERNAL_ERROR', cause),
    ),
};
