import type { Support } from '../../src/index.ts';

/** A widget that records which methods are called, with their first argument. */
export function createFakeSupport(asked: string[]): Support {
  const note =
    (name: string) =>
    (value?: unknown): void => {
      asked.push(`${name} ${value ?? ''}`.trim());
    };
  const lasting =
    (name: string) =>
    (value?: unknown): (() => void) => {
      note(name)(value);
      return note(`end of ${name}`);
    };
  return {
    open: note('open'),
    close: note('close'),
    toggle: note('toggle'),
    show: note('show'),
    hide: note('hide'),
    newTicket: note('newTicket'),
    prefill: note('prefill'),
    search: note('search'),
    openArticle: note('openArticle'),
    suggest: note('suggest'),
    setIntegrations: note('setIntegrations'),
    identify: note('identify'),
    reset: note('reset'),
    setConsent: note('setConsent'),
    setContext: note('setContext'),
    setTheme: note('setTheme'),
    configure: note('configure'),
    attachSuggestions: lasting('attachSuggestions'),
    on: lasting('on'),
    once: lasting('once'),
    place: lasting('place'),
    setLocale: async (locale) => note('setLocale')(locale),
    isOpen: true,
    unreadCount: 0,
    ready: Promise.resolve(),
    destroy: note('destroy'),
  };
}
