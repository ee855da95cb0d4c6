import { PenguinMailsError } from './baseError.ts';
import { chunksOf } from './chunks.ts';
import type { SupportConfig } from './config.ts';
import { type FrontDoor, openFrontDoor, storedNames } from './frontDoor.ts';
import { notStarted, report } from './report.ts';
import type { Support } from './support.ts';

/**
 * Adds a support widget to the page. The floating button appears immediately. The rest loads when a
 * press is likely, or when a method needs it. Earlier calls of methods then run in their order.
 *
 * A wrong option does not throw. When the rest has loaded, it is reported in the console and to
 * `onError`, and ignored. Without a valid `apiKey` and `baseUrl`, requests are sent by mail. To be
 * strict, see `checkConfig`.
 * @throws PenguinMailsError `NO_DOCUMENT` outside of a browser; `NOT_STARTED` if the page has
 * broken features that the widget needs, which is also reported
 */
export function createSupport(config: SupportConfig = {}): Support {
  if (typeof document === 'undefined') {
    throw new PenguinMailsError(
      'Call createSupport in the browser: in an effect, or once mounted.',
      { code: 'NO_DOCUMENT' },
    );
  }
  const door = openDoor(config ?? {}); // null if a page has no options yet
  const { launcher, later, open } = door;

  /** Runs something that lasts until it is stopped, also if it is stopped before it started. */
  function lasting(begin: (app: Support) => () => void, isQuiet?: boolean): () => void {
    let stop = () => {};
    let isStopped = false;
    later((app) => {
      if (!isStopped) stop = begin(app);
    }, isQuiet);
    return () => {
      isStopped = true;
      stop();
    };
  }

  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  /**
   * Also resolves if the widget is destroyed before its code has loaded, so that no caller waits
   * forever.
   */
  const resolved = (read: (app: Support) => Promise<void>) =>
    Promise.race([ended, new Promise<void>((resolve) => later((app) => resolve(read(app))))]);

  return {
    open: (screen) => open((app) => app.open(screen)),
    newTicket: (prefill) => open((app) => app.newTicket(prefill)),
    search: (query) => open((app) => app.search(query)),
    openArticle: (slug) => open((app) => app.openArticle(slug)),
    toggle: () => open((app) => app.toggle()),
    close: () => later((app) => app.close(), true),
    show() {
      launcher.setVisible(true);
      later((app) => app.show(), true);
    },
    hide() {
      launcher.setVisible(false);
      later((app) => app.hide(), true);
    },
    prefill: (draft) => later((app) => app.prefill(draft), true),
    suggest: (slugs) => later((app) => app.suggest(slugs), true),
    identify: (visitor) => later((app) => app.identify(visitor), true),
    setConsent: (consent) => later((app) => app.setConsent(consent), true),
    setContext: (values) => later((app) => app.setContext(values), true),
    setIntegrations: (list) => later((app) => app.setIntegrations(list), true),
    reset: () => later((app) => app.reset(), storedNames().length === 0),
    configure: (options) => later((app) => app.configure(options)),
    setTheme: (theme) => later((app) => app.setTheme(theme)),
    setLocale: (locale) => resolved((app) => app.setLocale(locale)),
    on: (name, listener) => lasting((app) => app.on(name, listener), true),
    once: (name, listener) => lasting((app) => app.once(name, listener), true),
    place: (name, element, options) => lasting((app) => app.place(name, element, options)),
    attachSuggestions: (field) => lasting((app) => app.attachSuggestions(field)),
    get isOpen() {
      // The button has this state from the moment of a press.
      return launcher.button.ariaExpanded === 'true';
    },
    get unreadCount() {
      return door.app()?.unreadCount ?? 0;
    },
    get ready() {
      return resolved((app) => app.ready);
    },
    destroy() {
      door.destroy();
      end();
    },
  };
}

function openDoor(config: SupportConfig): FrontDoor {
  try {
    return openFrontDoor(config, chunksOf(config));
  } catch (cause) {
    const error = notStarted(cause);
    report(error, config.onError);
    throw error;
  }
}
