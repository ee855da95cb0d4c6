import { warn } from '../core/debug.ts';

/** `auto`: the page's language, else the browser's. */
export function localeOf(locale = 'auto'): string {
  const wanted = locale === 'auto' ? document.documentElement.lang || navigator.language : locale;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    warn(`The page's language "${wanted}" is no language tag. The widget speaks English.`);
    return 'en';
  }
}
