import '../i18n/locales/en/categories.ts';
import type { RelatedArticle } from '../contract/article.ts';
import type { I18n } from '../i18n/translator.ts';

/** `Deliverability · 3 min read`. A category of the host is shown as it is named, `-` as a space. */
export function articleFoot(
  { category, minutes }: Pick<RelatedArticle, 'category' | 'minutes'>,
  { t, has }: I18n,
): string {
  const key = `category.${category}`;
  const words = category.replaceAll('-', ' ');
  const name = has(key) ? t(key) : words.charAt(0).toUpperCase() + words.slice(1);
  return t('article.foot', { category: name, minutes });
}
