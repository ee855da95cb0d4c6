import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import type { MailWords } from './words.ts';

const languages: ReadonlyMap<string, MailWords> = new Map(
  Object.entries({ ar, de, en, es, fr, he, ja, pt }),
);

/**
 * Returns the texts of a customer's language, and the language for dates. The fallback is English.
 */
export function mailWords(locale: string | null | undefined): {
  language: string;
  words: MailWords;
} {
  const [language = ''] = (locale ?? '').toLowerCase().split('-');
  const words = languages.get(language);
  return words ? { language, words } : { language: 'en', words: en };
}
