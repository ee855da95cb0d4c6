import type { IntegrationErrorType } from '../../src/contract/integration.ts';

const retryable: readonly IntegrationErrorType[] = [
  'rate_limit_error',
  'network_error',
  'api_error',
  'data_error',
  'quota_error',
];

/** An error of an external system. `message` contains no secret. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
  readonly type: IntegrationErrorType;
  readonly details: Readonly<Record<string, unknown>>;
  /** True if a retry can succeed without action of a person. */
  readonly retryable: boolean;
  /** Seconds until a retry, if the system named them. */
  readonly retryAfter: number | undefined;
  readonly incidentId: string | undefined;

  constructor(
    type: IntegrationErrorType,
    message: string,
    more: {
      details?: Record<string, unknown>;
      retryAfter?: number | undefined;
      incidentId?: string;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.type = type;
    this.details = more.details ?? {};
    this.retryable = retryable.includes(type);
    this.retryAfter = more.retryAfter;
    this.incidentId = more.incidentId;
  }
}
