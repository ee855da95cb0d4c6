/** Limits of events on both sides. Free of zod, so that pages send them with little code. */

/** Relative to the base URL. */
export const eventsPath = 'support/events';

/** True for text that holds an e-mail address, or the query of an address: no event may carry it. */
export function isRevealing(text: string): boolean {
  return /[^\s@]@[^\s@]+\.[^\s@]|\?[^\s=]*=/u.test(text);
}
