import '../i18n/locales/en/categories.ts';
import '../i18n/locales/en/passages.ts';
import '../i18n/locales/en/topics.ts';
import type { RelatedArticle } from '../contract/article.ts';
import { readableName } from '../contract/readableName.ts';
import type { I18n } from '../i18n/translator.ts';

/** Returns the name of an article category. That of the host is in words. */
export function categoryName(category: string, { find }: I18n): string {
  return find(`category.${category}`) ?? readableName(category);
}

/** Returns a line such as `Deliverability · 3 min read`. */
export function articleFoot(
  { category, minutes }: Pick<RelatedArticle, 'category' | 'minutes'>,
  i18n: I18n,
): string {
  return i18n.t('article.foot', { category: categoryName(category, i18n), minutes });
}
