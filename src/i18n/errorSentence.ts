import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  ContractError,
  NetworkError,
  NotFoundError,
  type PenguinMailsError,
  QuotaError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../errors.ts';
import type { I18n, MessageKey } from './translator.ts';

type ErrorClass = abstract new (...args: never[]) => PenguinMailsError;

const sentences: readonly (readonly [ErrorClass, MessageKey])[] = [
  [NetworkError, 'error.network'],
  [TimeoutError, 'error.timeout'],
  [RateLimitError, 'error.rate'],
  [QuotaError, 'error.quota'],
  [ServerError, 'error.server'],
  [AuthenticationError, 'error.auth'],
  [AuthorizationError, 'error.auth'],
  [ValidationError, 'error.validation'],
  [ConflictError, 'error.conflict'],
  [NotFoundError, 'error.notFound'],
  [ContractError, 'error.contract'],
];

/** What happened and what to do next, in the reader's language. */
export function errorSentence(error: PenguinMailsError, { t }: I18n): string {
  const key = sentences.find(([kind]) => error instanceof kind)?.[1] ?? 'error.unknown';
  const seconds = error instanceof RateLimitError ? Math.ceil(error.retryAfter ?? 60) : 0;
  return t(key, { seconds });
}
