import type { SupportConfig } from '../src/config.ts';
import { directionOf as directionOfLocale } from '../src/i18n/direction.ts';
import { german } from './german.ts';

/** The settings of Storybook's toolbar. */
export interface Settings {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  /** A locale of the widget, or `long` for German with long words. */
  locale: string;
  /** A color, or empty for the built-in one. */
  accent: string;
  /** Scale of the page, as a browser's zoom does it. */
  zoom: number;
  motion: 'system' | 'reduced' | 'full';
  colors: 'normal' | 'forced';
}

const locales = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  long: 'Deutsch, long words',
  fr: 'Français',
  pt: 'Português',
  ja: '日本語',
  ar: 'العربية',
  he: 'עברית',
};

const choice = (title: string, icon: string, items: Readonly<Record<string, string>>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
    dynamicTitle: true,
  },
});

export const globalTypes = {
  theme: choice('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  direction: choice('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  locale: choice('Language', 'globe', locales),
  accent: choice('Accent', 'paintbrush', {
    '': 'Built-in accent',
    '#7a2e8e': 'Purple',
    '#0f766e': 'Teal',
    '#b45309': 'Amber',
    '#111827': 'Black',
  }),
  zoom: choice('Zoom', 'zoom', { 1: '100 %', 1.5: '150 %', 2: '200 %', 4: '400 %' }),
  motion: choice('Motion', 'lightning', {
    system: 'Motion of the system',
    reduced: 'Reduced motion',
    full: 'Full motion',
  }),
  colors: choice('Colors', 'eye', { normal: 'Normal colors', forced: 'Forced colors (emulated)' }),
};

export const initialGlobals = {
  theme: 'light',
  direction: 'ltr',
  locale: 'en',
  accent: '',
  zoom: '1',
  motion: 'system',
  colors: 'normal',
};

const phoneOf = (name: string, width: number, height: number) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
  type: 'mobile' as const,
});

export const viewports = {
  phone: phoneOf('Phone', 390, 844),
  small: phoneOf('Small phone', 320, 568),
  landscape: phoneOf('Phone, landscape', 844, 390),
  zoomed: phoneOf('Window at 400 % zoom', 320, 256),
};

/** Returns the settings of a story. */
export function settingsOf(globals: Readonly<Record<string, unknown>>): Settings {
  const { theme, direction, locale, accent, zoom, motion, colors } = globals;
  const chosen = typeof locale === 'string' && locale in locales ? locale : 'en';
  const isMirrored = direction === 'rtl' || directionOfLocale(chosen) === 'rtl';
  return {
    theme: theme === 'dark' ? 'dark' : 'light',
    direction: isMirrored ? 'rtl' : 'ltr',
    locale: chosen,
    accent: typeof accent === 'string' ? accent : '',
    zoom: Number(zoom) || 1,
    motion: motion === 'reduced' || motion === 'full' ? motion : 'system',
    colors: colors === 'forced' ? 'forced' : 'normal',
  };
}

/** Returns the options of the widget for a language. */
export function configOf({ locale, direction }: Settings): SupportConfig {
  if (locale === 'long') return german;
  // Urdu has no translation. It is mirrored, and shows the English sentences that stories look for.
  return { locale: locale === 'en' && direction === 'rtl' ? 'ur' : locale };
}
