import { language as en } from './languages/en.ts';
import type { Language, Stemmer } from './languages/language.ts';

const unknown: Language = { stopWords: new Set(), stem: (word) => word };
const loaders: Readonly<Record<string, () => Promise<{ language: Language }>>> = {
  ar: () => import('./languages/ar.ts'),
  de: () => import('./languages/de.ts'),
  es: () => import('./languages/es.ts'),
  fr: () => import('./languages/fr.ts'),
  pt: () => import('./languages/pt.ts'),
};
const loaded = new Map([['en', en]]);

/** Loads the search rules of a locale's language. Its texts can be processed only afterwards. */
export async function loadLanguage(locale: string): Promise<void> {
  const code = languageOf(locale);
  const load = loaded.has(code) ? undefined : loaders[code];
  if (load) loaded.set(code, (await load()).language);
}

/** Returns the stemmer of a language. Words of an unknown language do not change. */
export function stemmerOf(locale: string): Stemmer {
  const { stem } = loadedOf(locale);
  return (word) => (word.length < 4 || /\d/.test(word) ? word : stem(word));
}

export function stopWordsOf(locale: string): ReadonlySet<string> {
  return loadedOf(locale).stopWords;
}

/** Returns the language of a locale, such as `es` for `es-MX`. */
export function languageOf(locale: string): string {
  return /^[a-z]*/.exec(locale.toLowerCase())?.[0] ?? '';
}

function loadedOf(locale: string): Language {
  return loaded.get(languageOf(locale)) ?? unknown;
}
