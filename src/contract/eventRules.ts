/**
 * Limits of events for both sides. Does not import zod, so that pages need little code to send
 * events.
 */

/** Relative to the base URL. */
export const eventsPath = 'support/events';

/**
 * True for text with an e-mail address, or with the query of an address. Events must not contain
 * it.
 */
export function isRevealing(text: string): boolean {
  return /[^\s@]@[^\s@]+\.[^\s@]|\?[^\s=]*=/u.test(text);
}
