import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { warn } from '../core/debug.ts';
import { english } from './locales/en/addEnglish.ts';
import type { Messages } from './locales/en.ts';
import './locales/en/launcher.ts';
import { locales } from './locales/index.ts';

export type MessageKey = keyof Messages;
type PluralStem = MessageKey extends infer Key
  ? Key extends `${infer Stem}.one`
    ? Stem
    : never
  : never;
export type Values = Record<string, string | number>;

export interface I18n {
  /** BCP 47 tag in use, such as `es-MX`. */
  locale: ReadonlySignal<string>;
  /** The sentence for a key, with its values filled in. Reads a signal: views follow a change. */
  t(key: MessageKey, values?: Values): string;
  /** Whether there is a sentence for a key that came from outside. */
  has(key: string): key is MessageKey;
  /** The plural form for `count`, which is also filled in. */
  plural(stem: PluralStem, count: number): string;
  /** Changes the language. The words stand in the old one until the new ones have loaded. */
  setLocale(locale: string): Promise<void>;
}

/** `overrides` replace single sentences in every language. */
export function createTranslator(overrides: () => Partial<Messages> = () => ({})): I18n {
  const current = signal<{ locale: string; messages: Partial<Messages> }>({
    locale: 'en',
    messages: {},
  });
  const locale = computed(() => current.value.locale);
  let wanted = 'en';

  const t: I18n['t'] = (key, values = {}) =>
    (overrides()[key] ?? current.value.messages[key] ?? english(key) ?? key).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => String(values[name] ?? whole),
    );

  return {
    locale,
    t,
    has: (key): key is MessageKey => english(key) !== undefined,
    plural(stem, count) {
      const form = new Intl.PluralRules(locale.value).select(count) === 'one' ? 'one' : 'other';
      return t(`${stem}.${form}`, { count: count.toLocaleString(locale.value) });
    },
    async setLocale(next) {
      wanted = next;
      const load = locales[next.toLowerCase().split('-')[0] ?? ''];
      try {
        const messages = load ? await load() : {};
        if (wanted === next) current.value = { locale: next, messages };
      } catch (cause) {
        warn(`The words for "${next}" did not load. The widget stays in ${locale.peek()}.`, cause);
      }
    },
  };
}
