import type { I18n } from './translator.ts';

type Locale = Pick<I18n, 'locale'>;

/** Returns a point in time as text: only the time for today, otherwise with the day. */
export function moment(iso: string, { locale }: Locale): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale.value, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}
