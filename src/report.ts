import { PenguinMailsError, toSupportError } from './baseError.ts';
import { printError, warnOnce } from './core/debug.ts';

/** Writes an error to the console once, and passes it to the page's `onError`. Never throws. */
export function report(
  error: PenguinMailsError,
  onError: ((error: PenguinMailsError) => void) | undefined,
): void {
  printError(error);
  handOver(error, onError);
}

/** Passes an error to the page's `onError`. Never throws. */
export function handOver(
  error: PenguinMailsError,
  onError: ((error: PenguinMailsError) => void) | undefined,
): void {
  try {
    onError?.(error);
  } catch (cause) {
    warnOnce('Your onError threw.', cause);
  }
}

/** The error to throw when the widget cannot start. */
export function notStarted(cause: unknown): PenguinMailsError {
  const message = `The widget could not start: ${toSupportError(cause).message}`;
  return new PenguinMailsError(message, { code: 'NOT_STARTED', cause });
}
