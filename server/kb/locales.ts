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

/** `{slug}` of the tenant's pattern filled in. */
export function articleUrl(pattern: string, slug: string): string {
  return pattern.replaceAll('{slug}', slug);
}
