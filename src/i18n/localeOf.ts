import { warn } from '../core/debug.ts';
import { explain } from '../core/explain.ts';
import { locales } from './locales/index.ts';

/** The language that options ask for. `auto`: the page's language, else the browser's. */
export function localeOf({
  locale = 'auto',
  messages,
}: {
  locale?: string;
  messages?: object;
}): string {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  const known = ['auto', 'en', ...Object.keys(locales)];
  if (!known.includes(language) && !messages) {
    explain(({ unknownLocale }) => unknownLocale(known, locale));
  }
  const wanted = locale === 'auto' ? document.documentElement.lang || navigator.language : locale;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    warn(`The page's language "${wanted}" is no language tag. The widget speaks English.`);
    return 'en';
  }
}
