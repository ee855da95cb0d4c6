import type { I18n } from './translator.ts';

type Locale = Pick<I18n, 'locale'>;

/** Returns how long ago a time was, in short form: `now`, `12 min`, `2 hr`, `3 Nov`. */
export function ago(iso: string, { locale }: Locale): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(iso)) / 60_000));
  if (minutes === 0) {
    return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(0, 'second');
  }
  if (minutes >= 24 * 60) {
    return new Date(iso).toLocaleDateString(locale.value, { day: 'numeric', month: 'short' });
  }
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale.value, {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
  }).format(Number(value));
}

/** Like `ago`, for use inside a sentence: `3 min. ago`. */
export function since(iso: string, { locale }: Locale): string {
  const seconds = Math.min(0, Math.round((Date.parse(iso) - Date.now()) / 1_000));
  const words = new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto', style: 'short' });
  if (seconds > -45) return words.format(0, 'second');
  if (seconds > -3_570) return words.format(Math.round(seconds / 60), 'minute');
  return seconds > -84_600
    ? words.format(Math.round(seconds / 3_600), 'hour')
    : words.format(Math.round(seconds / 86_400), 'day');
}
