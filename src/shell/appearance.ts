import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { directionOf } from '../i18n/direction.ts';
import type { I18n } from '../i18n/translator.ts';
import type { Theme } from './host.ts';
import { isDark, watchScheme } from './scheme.ts';

export interface Appearance {
  setTheme(theme: Theme): void;
  /**
   * Keeps scheme, language and direction of a host element up to date. Returns a function that
   * restores the previous ones.
   */
  follow(host: HTMLElement): () => void;
  destroy(): void;
}

/** Returns the current scheme: the host's choice, the system's, or that of the page's root element. */
export function createAppearance(initial: Theme, { locale }: I18n): Appearance {
  let theme = initial;
  const dark = signal(isDark(theme));
  const update = () => {
    dark.value = isDark(theme);
  };
  return {
    setTheme(next) {
      theme = next;
      update();
    },
    follow(host) {
      const before = attributes.map((name) => [name, host.getAttribute(name)] as const);
      const stop = effect(() => apply(host, dark, locale));
      return () => {
        stop();
        for (const [name, value] of before) {
          if (value === null) host.removeAttribute(name);
          else host.setAttribute(name, value);
        }
      };
    },
    destroy: watchScheme(update),
  };
}

/** The attributes that `apply` sets. */
const attributes = ['data-theme', 'lang', 'dir'];

function apply(
  host: HTMLElement,
  dark: ReadonlySignal<boolean>,
  locale: ReadonlySignal<string>,
): void {
  host.dataset.theme = dark.value ? 'dark' : 'light';
  host.lang = locale.value;
  // A page can have a right-to-left layout in a left-to-right language.
  host.dir = document.documentElement.dir === 'rtl' ? 'rtl' : directionOf(locale.value);
}
