/** The language of those who have no other in common. */
const fallback = 'en';

/**
 * The languages to look in, of those that there are: `es-MX`, then `es`, then English, then any.
 */
export function localeChain(wanted: string | undefined, there: readonly string[]): string[] {
  const exact = (wanted ?? fallback).toLowerCase();
  const chain = [exact, exact.split('-')[0] ?? exact, fallback, ...there.toSorted()];
  return [...new Set(chain)].filter((locale) => there.includes(locale));
}

/** The languages to search, one after the other until one has an answer. */
export function searchedLocales(wanted: string | undefined, there: readonly string[]): string[] {
  const exact = (wanted ?? fallback).toLowerCase();
  const meant = new Set([exact, exact.split('-')[0], fallback]);
  const chain = localeChain(wanted, there);
  const shared = chain.filter((locale) => meant.has(locale));
  return shared.length > 0 ? shared : chain.slice(0, 1);
}

/** `{slug}` of the tenant's pattern filled in. */
export function articleUrl(pattern: string, slug: string): string {
  return pattern.replaceAll('{slug}', slug);
}
