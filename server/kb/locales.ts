import { fairScore, sureScore } from '../../src/relevance/score.ts';

/** The fallback language. */
const fallback = 'en';

/**
 * Returns the available languages in the order of preference: `es-MX`, then `es`, then English,
 * then any.
 */
export function localeChain(requested: string | undefined, there: readonly string[]): string[] {
  const exact = (requested ?? fallback).toLowerCase();
  const chain = [exact, exact.split('-')[0] ?? exact, fallback, ...there.toSorted()];
  return [...new Set(chain)].filter((locale) => there.includes(locale));
}

/**
 * Returns the results of the first language with a good result. If a preferred language has any
 * result, a result in another language must have a high score.
 */
export async function nearestAnswer<T>(
  locales: readonly string[],
  searchIn: (locale: string) => Promise<readonly T[]>,
  scoreOf: (result: T) => number,
): Promise<{ locale: string | undefined; results: readonly T[] }> {
  let found: { locale: string; results: readonly T[] } | undefined;
  for (const locale of locales) {
    const results = await searchIn(locale);
    const [best] = results;
    if (best === undefined) continue;
    const result = { locale, results };
    if (scoreOf(best) >= (found === undefined ? fairScore : sureScore)) return result;
    found ??= result;
  }
  return found ?? { locale: locales[0], results: [] };
}

/** Returns the languages to search. */
export function searchedLocales(requested: string | undefined, there: readonly string[]): string[] {
  const exact = (requested ?? fallback).toLowerCase();
  const meant = new Set([exact, exact.split('-')[0], fallback]);
  const chain = localeChain(requested, there);
  const shared = chain.filter((locale) => meant.has(locale));
  return shared.length > 0 ? shared : chain.slice(0, 1);
}

/** Returns the address of an article from the tenant's pattern with `{slug}`. */
export function articleUrl(pattern: string, slug: string): string {
  return pattern.replaceAll('{slug}', slug);
}
