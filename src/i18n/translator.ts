import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { warn } from '../core/debug.ts';
import { directionOf } from './direction.ts';
import { isEnglish } from './isEnglish.ts';
import { english } from './locales/en/addEnglish.ts';
import type { Messages, PluralStem } from './locales/en.ts';
import './locales/en/launcher.ts';

export type MessageKey = keyof Messages;
export type Values = Record<string, string | number>;

export interface I18n {
  /** BCP 47 tag of the sentences, such as `es-MX`. Dates, numbers and direction follow it. */
  locale: ReadonlySignal<string>;
  /** BCP 47 tag that was requested. There may be articles but no sentences in this language. */
  language: ReadonlySignal<string>;
  /**
   * Returns the sentence for a key with its values. Numbers are formatted by the language. Reads a
   * signal, so views follow a change.
   */
  t(key: MessageKey, values?: Values): string;
  /** Returns the sentence for a key from outside, if it has one. Reads a signal. */
  find(key: string): string | undefined;
  /** Returns the plural form for `count`, which is also inserted. */
  plural(stem: PluralStem, count: number): string;
  /** Changes the language. The old sentences stay until the new ones have loaded. */
  setLocale(locale: string): Promise<void>;
}

/** Sentences by key, including the plural forms of the language. */
type Sentences = Readonly<Record<string, string | undefined>>;

/** Returns the sentences of a language, or undefined if it has no translation. */
async function sentencesIn(locale: string): Promise<Sentences | undefined> {
  const { locales } = await import('./locales/index.ts');
  const [language = ''] = locale.toLowerCase().split('-');
  return (await locales[language]?.())?.[language];
}

/** `overrides` replace single sentences in every language. */
export function createTranslator(overrides: () => Sentences = () => ({})): I18n {
  const current = signal<{ locale: string; messages?: Sentences | undefined }>({ locale: 'en' });
  const language = computed(() => current.value.locale);
  // A host may provide sentences in a language that we do not have.
  const locale = computed(() =>
    current.value.messages || isEnglish(language.value) || Object.keys(overrides())[0]
      ? language.value
      : 'en',
  );
  let requested = 'en';

  const find = (key: string) => overrides()[key] ?? current.value.messages?.[key] ?? english(key);

  function shown(value: string | number): string {
    if (typeof value === 'number') return value.toLocaleString(locale.value);
    // A name with the other direction must not reorder the sentence around it.
    return directionOf(locale.value) === 'rtl' ? `\u2068${value}\u2069` : value;
  }

  const fill = (sentence: string, values: Values) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : shown(value);
    });

  return {
    locale,
    language,
    t: (key, values = {}) => fill(find(key) ?? key, values),
    find,
    plural(stem, count) {
      const form = new Intl.PluralRules(locale.value).select(count);
      return fill(find(`${stem}.${form}`) ?? find(`${stem}.other`) ?? stem, { count });
    },
    async setLocale(next) {
      requested = next;
      try {
        const messages = isEnglish(next) ? undefined : await sentencesIn(next);
        if (requested === next) current.value = { locale: next, messages };
      } catch (cause) {
        warn(`The sentences in "${next}" did not load.`, cause);
      }
    },
  };
}
