import './locales/en/errors.ts';
import './locales/en/network.ts';
import type { I18n, MessageKey } from './translator.ts';
import { maxCountedSeconds, momentAfter } from './wait.ts';

/** Keyed by the name of the error's class, so that stored errors have a sentence too. */
const sentences: Readonly<Record<string, MessageKey>> = {
  NetworkError: 'error.network',
  TimeoutError: 'error.timeout',
  RateLimitError: 'error.rate',
  QuotaError: 'error.quota',
  ServerError: 'error.server',
  CircuitOpenError: 'error.breaker',
  AuthenticationError: 'error.auth',
  AuthorizationError: 'error.auth',
  ValidationError: 'error.validation',
  ConflictError: 'error.conflict',
  NotFoundError: 'error.notFound',
  ContractError: 'error.contract',
};

/** Returns what happened and what to do next, in the reader's language. */
export function errorSentence(
  { name, code, ...error }: { name: string; code?: string; retryAfter?: number | null | undefined },
  i18n: I18n,
): string {
  const { t } = i18n;
  if (code === 'FILE_GONE') return t('files.gone');
  const seconds = Math.ceil(error.retryAfter ?? 60);
  const key = sentences[name] ?? 'error.unknown';
  if (key !== 'error.rate' || seconds <= maxCountedSeconds) return t(key, { seconds });
  return t('error.rateUntil', { time: momentAfter(seconds, i18n) });
}
