import { explain } from '../core/explain.ts';
import { isEnglish } from './isEnglish.ts';

/** Returns the language of the options. `auto`: the page's language, or else the browser's. */
export function localeOf({
  locale = 'auto',
  messages,
}: {
  locale?: string;
  messages?: object;
}): string {
  if (locale !== 'auto' && !isEnglish(locale) && !messages) checkKnown(locale);
  const requested =
    locale === 'auto' ? document.documentElement.lang || navigator.language : locale;
  try {
    return Intl.getCanonicalLocales(requested)[0] ?? 'en';
  } catch {
    explain(({ noLanguageTag }) => noLanguageTag(requested));
    return 'en';
  }
}

function checkKnown(locale: string): void {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  import('./locales/index.ts').then(
    ({ locales }) => {
      const known = ['auto', 'en', ...Object.keys(locales)];
      if (!known.includes(language)) explain(({ unknownLocale }) => unknownLocale(known, locale));
    },
    () => {}, // the translation does not load either, which is reported
  );
}
