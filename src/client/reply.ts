import * as z from 'zod/mini';
import { type Endpoint, proofRequired } from '../contract/endpoint.ts';
import { Failure, Meta } from '../contract/envelope.ts';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  ContractError,
  NotFoundError,
  type PenguinMailsError,
  QuotaError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../errors.ts';

/**
 * Returns the `data` of a response.
 * @throws the error that the response means; `ContractError` if it is not a response of this API
 */
export function readReply(endpoint: Endpoint, response: Response, text: string): unknown {
  const json = parseJson(text);
  if (!response.ok) throw errorOf(endpoint, response, json);
  const envelope = z.object({ success: z.literal(true), data: endpoint.reply, meta: Meta });
  const parsed = envelope.safeParse(json);
  if (parsed.success) return parsed.data.data;
  throw new ContractError(`The answer of ${endpoint.path} does not fit the contract.`, {
    code: 'CONTRACT',
    cause: parsed.error,
  });
}

function errorOf({ path }: Endpoint, response: Response, json: unknown): PenguinMailsError {
  const { status } = response;
  const failure = Failure.safeParse(json).data?.error;
  const message = failure?.message ?? `The backend answered with status ${status}.`;
  const context = {
    code: failure?.code ?? `HTTP_${status}`,
    ...(failure && { requestId: failure.request_id }),
  };
  const retryAfter = secondsOf(response.headers.get('Retry-After'));

  if (status >= 500) return new ServerError(message, retryAfter, context);
  if (status === 429) {
    return failure?.code === 'QUOTA_EXCEEDED'
      ? new QuotaError(message, context)
      : new RateLimitError(message, retryAfter, context);
  }
  if (status === 400 || status === 413 || status === 415 || status === 422) {
    return new ValidationError(message, failure?.details, context);
  }
  if (status === 401) return new AuthenticationError(message, context);
  if (status === 403 || status === proofRequired) return new AuthorizationError(message, context);
  // Only a resource with an id can be missing. Any other 404 means a wrong address, or a page
  // instead of the API.
  if (status === 404 && failure && path.includes('{')) return new NotFoundError(message, context);
  if (status === 408) return new TimeoutError(message, context);
  if (status === 409) return new ConflictError(message, context);
  return new ContractError(message, context);
}

/** Returns undefined for text that is not JSON. No schema accepts that. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Longer delays count as a day. They may be a timestamp by mistake, and no request should wait for
 * years.
 */
const maxRetryAfterSeconds = 86_400;

/** Parses both forms of `Retry-After` to seconds (RFC 9110, 10.2.3). */
export function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const number = Number(header);
  const seconds = Number.isFinite(number)
    ? number
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(maxRetryAfterSeconds, Math.max(0, seconds));
}
