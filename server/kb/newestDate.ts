import { searchedLocales } from './locales.ts';

/** Returns the date of the newest entry of What's new in the languages that a visitor reads. */
export function newestDate(
  news: Readonly<Record<string, Date>>,
  requested: string | undefined,
): Date | undefined {
  return searchedLocales(requested, Object.keys(news))
    .flatMap((locale) => news[locale] ?? [])
    .reduce<Date | undefined>((last, at) => (last && last > at ? last : at), undefined);
}
