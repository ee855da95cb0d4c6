import { readableName } from '../../../src/contract/readableName.ts';
import { categories as ar } from '../../../src/i18n/locales/ar/categories.ts';
import { categories as de } from '../../../src/i18n/locales/de/categories.ts';
import { categories as en } from '../../../src/i18n/locales/en/categories.ts';
import { topics as enTopics } from '../../../src/i18n/locales/en/topics.ts';
import { categories as es } from '../../../src/i18n/locales/es/categories.ts';
import { categories as fr } from '../../../src/i18n/locales/fr/categories.ts';
import { categories as he } from '../../../src/i18n/locales/he/categories.ts';
import { categories as ja } from '../../../src/i18n/locales/ja/categories.ts';
import { categories as pt } from '../../../src/i18n/locales/pt/categories.ts';

type Names = Readonly<Record<string, string>>;

const english: Names = { ...en, ...enTopics };
const languages: Readonly<Record<string, Names>> = { ar, de, en: english, es, fr, he, ja, pt };

/** Returns the name of an article category like the widget. A category of the host is readable. */
export function categoryName(category: string, locale: string): string {
  const [language = ''] = locale.split('-');
  const names = Object.hasOwn(languages, language) ? languages[language] : english;
  const key = `category.${category}`;
  return (names && Object.hasOwn(names, key) && names[key]) || readableName(category);
}
