import { effect, signal } from '@preact/signals-core';
import { posthogSink } from './analytics/posthogSink.ts';
import { createTracker } from './analytics/track.ts';
import { supportEmail, version } from './brand.ts';
import { loadApi } from './client/loadApi.ts';
import { createStore } from './client/store.ts';
import { baseUrlOf, parseConfig, type SupportConfig } from './config.ts';
import type { SupportContext } from './core/context.ts';
import { warn } from './core/debug.ts';
import { defaultCategories, defaultLinks } from './core/defaults.ts';
import { createMessengerModel } from './core/messenger.model.ts';
import { createPrefill } from './core/prefill.ts';
import { createRequestsModel } from './core/requests.model.ts';
import { createTenantConfigModel } from './core/tenantConfig.model.ts';
import { createVisitorModel } from './core/visitor.model.ts';
import { ConfigurationError } from './errors.ts';
import { createTranslator } from './i18n/translator.ts';
import { createMail } from './integrations/mailto.ts';
import { place } from './shell/host.ts';
import { createLauncher, type Launcher } from './shell/launcher.ts';
import { page } from './shell/page.ts';
import { createShell } from './shell/shell.ts';
import type { Support } from './support.ts';
import { placed } from './widgets/index.ts';

/**
 * Puts a support widget on the page. The floating button shows at once; the panel is fetched when
 * a press is near, when the page is idle, or by `open`.
 * @throws ConfigurationError for a wrong option
 */
export function createSupport(config: SupportConfig = {}): Support {
  const settings = parseConfig(config);
  return assembleSupport(settings, createLauncher(settings));
}

/** Everything but the launcher: the script tag has shown that already. */
export function assembleSupport(given: Readonly<SupportConfig>, launcher: Launcher): Support {
  const settings = signal(given);
  const { apiKey } = given;
  const i18n = createTranslator(() => settings.value.messages ?? {});
  const visitor = createVisitorModel(
    { user: given.user ?? null, tenant: given.tenant ?? null },
    createStore(),
  );
  const messenger = createMessengerModel();
  const api = apiKey ? loadApi({ apiKey, baseUrl: baseUrlOf(given), visitorId: visitor.id }) : null;
  const tenantConfig = createTenantConfigModel({
    local: () => settings.value,
    defaults: { email: supportEmail, links: defaultLinks, categories: defaultCategories },
    api,
    locale: () => i18n.locale.peek(),
  });
  const tenantId = () => visitor.tenant().id;
  const tracker = createTracker([
    ...(given.analytics ?? []),
    ...(given.posthog === false ? [] : [posthogSink(given.posthog, tenantId)]),
  ]);
  const { track } = tracker;
  const prefill = createPrefill();
  const requests = createRequestsModel(api, visitor);
  const context: SupportContext = {
    messenger,
    visitor,
    tenantConfig,
    requests,
    i18n,
    track,
    api,
    page,
    appVersion: given.appVersion ?? `widget ${version}`,
    prefill,
  };
  const shell = createShell(context, launcher, given.theme ?? 'auto', writeMail);

  /** The way out when the panel itself cannot load. */
  function writeMail(): void {
    const mail = createMail({
      to: tenantConfig.email.peek(),
      issueType: page.topic() ?? 'General',
      description: '',
      user: visitor.user(),
      tenant: visitor.tenant(),
      browser: page.browser(),
      url: page.url(),
      timestamp: new Date().toISOString(),
      version: context.appVersion,
    });
    track('support_mailto_fallback', { category: null, has_backend: api !== null, cut: mail.cut });
    page.go(mail.href);
  }

  const stopTracking = trackPanel(context);
  const stopVisitor = effect(() => {
    visitor.epoch.value; // another visitor: these requests are not theirs
    requests.clear();
  });

  return {
    open: (screen) => messenger.open(screen),
    close: messenger.close,
    toggle: () => (messenger.isOpen.peek() ? messenger.close() : messenger.open()),
    show: () => launcher.setVisible(true),
    hide: () => launcher.setVisible(false),
    newTicket(draft) {
      if (draft) prefill.put(draft);
      messenger.open('ticket');
    },
    prefill: prefill.put,
    identify: visitor.identify,
    reset() {
      messenger.close();
      messenger.home();
      visitor.reset();
    },
    setTheme: shell.setTheme,
    setLocale: (locale) => i18n.setLocale(localeOf(locale)),
    configure(options) {
      for (const fixed of ['apiKey', 'baseUrl', 'analytics', 'posthog', 'appVersion']) {
        if (fixed in options)
          throw new ConfigurationError(
            `Option "${fixed}" can only be given to createSupport.`,
            fixed,
          );
      }
      const next = parseConfig({ ...settings.peek(), ...options });
      settings.value = next;
      place(launcher.host, next);
      launcher.setVisible(next.launcher !== false);
      if (options.theme) shell.setTheme(options.theme);
      if (options.locale) void i18n.setLocale(localeOf(options.locale));
      if ('user' in options || 'tenant' in options) visitor.identify(options);
    },
    on: tracker.on,
    once(name, listener) {
      const stop = tracker.on(name, (event) => {
        stop();
        listener(event);
      });
      return stop;
    },
    get isOpen() {
      return messenger.isOpen.peek();
    },
    ready: i18n.setLocale(localeOf(given.locale)),
    place: (name, element, options = {}) => shell.place(placed[name], element, options),
    destroy() {
      stopTracking();
      stopVisitor();
      shell.destroy();
      tenantConfig.dispose();
      requests.clear();
      launcher.destroy();
    },
  };
}

/** `auto`: the page's language, else the browser's. */
function localeOf(locale = 'auto'): string {
  const wanted = locale === 'auto' ? document.documentElement.lang || navigator.language : locale;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    warn(`The page's language "${wanted}" is no language tag. The widget speaks English.`);
    return 'en';
  }
}

/** Says when the panel opens and closes, and for how long it was open. */
function trackPanel({ messenger, track }: SupportContext): () => void {
  let openedAt: number | undefined;
  return effect(() => {
    const open = messenger.isOpen.value;
    const screen = messenger.screen.peek().id;
    if (open) {
      openedAt = Date.now();
      track('support_panel_open', { screen });
    } else if (openedAt !== undefined) {
      track('support_panel_close', {
        screen,
        seconds_open: Math.round((Date.now() - openedAt) / 1000),
      });
      openedAt = undefined;
    }
  });
}
