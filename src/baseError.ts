export interface ErrorContext {
  /** Stable machine name, such as `VALIDATION_ERROR`. */
  code?: string;
  /** The backend's id of the failed request, for its logs. */
  requestId?: string;
  cause?: unknown;
}

/** Base of every error of this library. `message` is for developers; people read a translated sentence. */
export class PenguinMailsError extends Error {
  override readonly name: string = 'PenguinMailsError';
  readonly code: string;
  readonly requestId: string | undefined;
  /** True when the same request may succeed later. */
  readonly retryable: boolean = false;

  constructor(message: string, { code = 'UNKNOWN', requestId, cause }: ErrorContext = {}) {
    super(message, { cause });
    this.code = code;
    this.requestId = requestId;
  }
}

/** Converts anything thrown to a PenguinMailsError. */
export function typed(cause: unknown): PenguinMailsError {
  return cause instanceof PenguinMailsError
    ? cause
    : new PenguinMailsError(cause instanceof Error ? cause.message : String(cause), { cause });
}
