import { printError, warnOnce } from './core/debug.ts';
import type { PenguinMailsError } from './errors.ts';

/** Writes an error to the console, once, and gives it to the page's `onError`. Never throws. */
export function report(
  error: PenguinMailsError,
  onError: ((error: PenguinMailsError) => void) | undefined,
): void {
  printError(error);
  try {
    onError?.(error);
  } catch (cause) {
    warnOnce('Your onError threw.', cause);
  }
}
