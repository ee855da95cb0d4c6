import * as z from 'zod/mini';
import { timestamp } from './text.ts';

/** Error codes, with their HTTP status. */
export const errorStatus = {
  MALFORMED_REQUEST: 400,
  AUTHENTICATION_REQUIRED: 401,
  INVALID_KEY: 401,
  IDENTITY_REQUIRED: 401,
  IDENTITY_INVALID: 401,
  IDENTITY_EXPIRED: 401,
  ACCOUNT_CLOSED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  IDEMPOTENCY_CONFLICT: 409,
  NOT_RESOLVED: 409,
  NOT_SYNCABLE: 409,
  ARTICLE_CHANGED: 409,
  SLUG_TAKEN: 409,
  CANNED_REPLY_CHANGED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_ERROR: 422,
  PROOF_REQUIRED: 428,
  RATE_LIMITED: 429,
  QUOTA_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export const ErrorDetail = z.object({ field: z.string(), message: z.string() });
export type ErrorDetail = z.infer<typeof ErrorDetail>;

/** `code` can have other values, because another backend may have codes of its own. */
export const Failure = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(ErrorDetail),
    request_id: z.string(),
  }),
});
export type Failure = z.infer<typeof Failure>;

export const Meta = z.object({ request_id: z.string(), timestamp });

export interface Success<T> {
  success: true;
  data: T;
  meta: z.infer<typeof Meta>;
}
