export interface ErrorContext {
  /** Stable code for programs, such as `VALIDATION_ERROR`. */
  code?: string;
  /** The backend's id of the failed request, to find it in its logs. */
  requestId?: string;
  cause?: unknown;
}

/**
 * Base class of all errors of this library. `message` is for developers; people see a translated
 * sentence.
 */
export class PenguinMailsError extends Error {
  override readonly name: string = 'PenguinMailsError';
  readonly code: string;
  readonly requestId: string | undefined;
  /** True if the same request may succeed later. */
  readonly retryable: boolean = false;

  constructor(message: string, { code = 'UNKNOWN', requestId, cause }: ErrorContext = {}) {
    super(message, { cause });
    this.code = code;
    this.requestId = requestId;
  }
}

/** Converts anything thrown to a PenguinMailsError. */
export function toSupportError(cause: unknown): PenguinMailsError {
  return cause instanceof PenguinMailsError
    ? cause
    : new PenguinMailsError(cause instanceof Error ? cause.message : String(cause), { cause });
}
