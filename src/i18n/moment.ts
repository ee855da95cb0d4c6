import type { I18n } from './translator.ts';

type Locale = Pick<I18n, 'locale'>;

/** Returns a point in time in words: the time alone for today, else with its day. */
export function moment(iso: string, { locale }: Locale): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale.value, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}
