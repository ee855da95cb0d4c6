import { toSupportError } from '../baseError.ts';
import type { EntryError } from './outboxEntry.ts';

/**
 * Converts an error that occurred before the entry was in the outbox to the form of stored errors.
 */
export function storedErrorOf(cause: unknown): EntryError {
  const { name, code, message } = toSupportError(cause);
  return { name, code, message, details: [], retryAfter: null };
}
