import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { directionOf } from '../i18n/direction.ts';
import type { I18n } from '../i18n/translator.ts';
import { prefersDark, type Theme } from './host.ts';
import { declaredDark, watchScheme } from './scheme.ts';

export interface Appearance {
  setTheme(theme: Theme): void;
  /** Sets the default of `isDarkHere`. Until then, it is the scheme of the system. */
  setDefault(isDarkHere: () => boolean): void;
  /**
   * Keeps scheme, language and direction of a host element up to date. `isDarkHere`
   * decides if nothing declares a scheme, and reads signals. Returns a function that restores the
   * previous ones.
   */
  follow(host: HTMLElement, isDarkHere?: () => boolean): () => void;
  destroy(): void;
}

/** The scheme of a host element is the host's choice, that of the page, or the system's. */
export function createAppearance(initial: Theme, { locale }: I18n): Appearance {
  let theme = initial;
  let isDarkAround = prefersDark;
  const change = signal({});
  const update = () => {
    change.value = {};
  };
  return {
    setTheme(next) {
      theme = next;
      update();
    },
    setDefault(isDarkHere) {
      isDarkAround = isDarkHere;
      update();
    },
    follow(host, isDarkHere = () => isDarkAround()) {
      const before = attributes.map((name) => [name, host.getAttribute(name)] as const);
      const dark = computed(() => {
        change.value;
        return declaredDark(theme) ?? isDarkHere();
      });
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
