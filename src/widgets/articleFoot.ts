import '../i18n/locales/en/categories.ts';
import '../i18n/locales/en/passages.ts';
import '../i18n/locales/en/topics.ts';
import type { RelatedArticle } from '../contract/article.ts';
import type { I18n } from '../i18n/translator.ts';

/**
 * Returns the name of an article category. A category of the host is shown as it is, with spaces
 * instead of `-`.
 */
export function categoryName(category: string, { t, has }: I18n): string {
  const key = `category.${category}`;
  const words = category.replaceAll('-', ' ');
  return has(key) ? t(key) : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns a line such as `Deliverability · 3 min read`. */
export function articleFoot(
  { category, minutes }: Pick<RelatedArticle, 'category' | 'minutes'>,
  i18n: I18n,
): string {
  return i18n.t('article.foot', { category: categoryName(category, i18n), minutes });
}
