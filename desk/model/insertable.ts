import type { StoredArticle } from '../../src/contract/articleAdmin.ts';
import { categoryName } from '../words.ts';

const languageOf = (locale: string): string => locale.split('-')[0] ?? '';

/** Returns how well the language of an article suits a customer. Higher is better. */
function fitOf(locale: string, customer: string): number {
  if (locale === customer) return 3;
  if (languageOf(locale) === languageOf(customer)) return 2;
  return languageOf(locale) === 'en' ? 1 : 0;
}

/**
 * Returns the published articles that have all words in a title or in the category, each one once: in the
 * language of the customer, else in English, else in any other. The words can be of any translation.
 */
export function insertableArticles(
  articles: readonly StoredArticle[],
  words: string,
  customer: string,
): StoredArticle[] {
  const searchWords = words.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = new Map<string, StoredArticle>();
  const matching = new Set<string>();
  for (const article of articles.filter(({ published }) => published)) {
    const { slug, locale, title, category } = article;
    const text = `${title} ${categoryName(category)}`.toLowerCase();
    if (searchWords.every((word) => text.includes(word))) matching.add(slug);
    const known = chosen.get(slug);
    if (!known || fitOf(locale, customer) > fitOf(known.locale, customer)) {
      chosen.set(slug, article);
    }
  }
  return [...chosen.values()]
    .filter(({ slug }) => matching.has(slug))
    .sort((one, other) => one.title.localeCompare(other.title));
}
