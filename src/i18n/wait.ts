import { moment } from './moment.ts';
import type { I18n } from './translator.ts';

/** A longer wait is shown as a point in time. */
export const maxCountedSeconds = 120;

/** Returns the point in time so many seconds from now, as `moment` shows it. */
export function momentAfter(seconds: number, i18n: Pick<I18n, 'locale'>): string {
  return moment(new Date(Date.now() + seconds * 1_000).toISOString(), i18n);
}
