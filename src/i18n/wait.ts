import { moment } from './moment.ts';
import type { I18n } from './translator.ts';

/** A longer delay is shown as a point in time. */
export const maxCountedSeconds = 120;

/** Returns the point in time this many seconds from now, in the form of `moment`. */
export function momentAfter(seconds: number, i18n: Pick<I18n, 'locale'>): string {
  return moment(new Date(Date.now() + seconds * 1_000).toISOString(), i18n);
}
