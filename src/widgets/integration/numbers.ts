import type { I18n } from '../../i18n/translator.ts';

/** Formats milliseconds. From 1,000 on, it uses seconds. */
export function seconds(value: number | null, { locale }: I18n): string {
  if (value === null) return '–';
  const isShort = value < 1_000;
  return new Intl.NumberFormat(locale.value, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? value : value / 1_000);
}

/** Formats a share from 0 to 1 as a percentage. A value below 1 is never rounded up to 100 %. */
export function percent(value: number | null, { locale }: I18n): string {
  if (value === null) return '–';
  const shown = value < 1 ? Math.min(value, 0.9999) : value;
  return shown.toLocaleString(locale.value, { style: 'percent', maximumFractionDigits: 2 });
}
