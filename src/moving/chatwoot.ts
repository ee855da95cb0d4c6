import type { Support } from '../support.ts';
import { identifyPerson, memberOf } from './values.ts';

/** The calls of `window.$chatwoot` that have a counterpart. */
export interface Chatwoot {
  toggle(state?: unknown): void;
  toggleBubbleVisibility(visibility: unknown): void;
  setUser(id: unknown, details?: unknown): void;
  setCustomAttributes(values: Readonly<Record<string, unknown>>): void;
  setLocale(locale: string): void;
  setColorScheme(scheme: 'light' | 'dark' | 'auto'): void;
  reset(): void;
  readonly isOpen: boolean;
}

/** Returns an object that takes the calls of Chatwoot: `window.$chatwoot = chatwoot(support)`. */
export function chatwoot(support: Support): Chatwoot {
  return {
    toggle(state) {
      if (state === 'open') support.open();
      else if (state === 'close') support.close();
      else support.toggle();
    },
    toggleBubbleVisibility(visibility) {
      if (visibility === 'hide') support.hide();
      else support.show();
    },
    setUser: (id, details) =>
      identifyPerson(support, {
        id,
        name: memberOf(details, 'name'),
        email: memberOf(details, 'email'),
      }),
    setCustomAttributes: (values) => support.setContext(values),
    setLocale: (locale) => void support.setLocale(locale),
    setColorScheme: (scheme) => support.setTheme(scheme),
    reset: () => support.reset(),
    get isOpen() {
      return support.isOpen;
    },
  };
}
