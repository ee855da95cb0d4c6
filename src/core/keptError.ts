import { typed } from '../errors.ts';
import type { EntryError } from './outboxEntry.ts';

/** What went wrong with a write before the outbox had it, as the outbox keeps its own errors. */
export function keptErrorOf(cause: unknown): EntryError {
  const { name, code, message } = typed(cause);
  return { name, code, message, details: [], retryAfter: null };
}
