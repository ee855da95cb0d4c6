import { effect, signal } from '@preact/signals-core';
import { posthogSink } from './analytics/posthogSink.ts';
import { createTracker } from './analytics/track.ts';
import { trackPanel } from './analytics/trackPanel.ts';
import { trackSent } from './analytics/trackSent.ts';
import { supportEmail, version } from './brand.ts';
import { loadClient } from './client/loadClient.ts';
import { createStore } from './client/store.ts';
import { baseUrlOf, parseConfig, type SupportConfig } from './config.ts';
import { createClaims } from './core/claims.ts';
import type { SupportContext } from './core/context.ts';
import { warn } from './core/debug.ts';
import { defaultCategories, defaultLinks } from './core/defaults.ts';
import { createLive } from './core/live.ts';
import { createMessengerModel } from './core/messenger.model.ts';
import { createOutboxModel } from './core/outbox.model.ts';
import type { OutboxEntry } from './core/outboxEntry.ts';
import { createPrefill } from './core/prefill.ts';
import { createRequestsModel } from './core/requests.model.ts';
import { createTenantConfigModel } from './core/tenantConfig.model.ts';
import { createVisitorModel } from './core/visitor.model.ts';
import { whenIdle } from './core/whenIdle.ts';
import { ConfigurationError } from './errors.ts';
import { localeOf } from './i18n/localeOf.ts';
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
  const device = createStore();
  const visitor = createVisitorModel(
    { user: given.user ?? null, tenant: given.tenant ?? null },
    device,
  );
  const messenger = createMessengerModel();
  const client = apiKey
    ? loadClient({
        apiKey,
        baseUrl: baseUrlOf(given),
        visitorId: visitor.id,
        getToken: given.identity?.getToken,
      })
    : null;
  const api = client?.api ?? null;
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
  const parts = { visitor, device, tenantConfig, onSent };
  const outbox = client && createOutboxModel({ open: client.outbox, ...parts });
  const claims = createClaims(api, visitor, requests, outbox);
  const live = createLive(client?.live ?? null, requests, visitor);
  const context: SupportContext = {
    messenger,
    visitor,
    tenantConfig,
    requests,
    i18n,
    track,
    api,
    outbox,
    addressOf: client?.addressOf ?? ((path) => path),
    live,
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

  function onSent(entry: OutboxEntry): void {
    trackSent(entry, track);
    claims.claimFrom(entry.visitorId);
    requests.load();
  }

  const stopTracking = trackPanel(messenger, track);
  const stopWaking = effect(() => {
    messenger.isOpen.value; // at the start, and with every opening
    visitor.epoch.value;
    outbox?.wake();
    claims.claim();
  });
  const stopVisitor = effect(() => {
    visitor.epoch.value; // another visitor: these requests are not theirs
    client?.forgetIdentity();
    requests.clear();
    // Who has written before may have an answer by now.
    return visitor.knownId() ? whenIdle(requests.load) : undefined;
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
      outbox?.wipe().catch((cause) => {
        warn('What waited for this visitor is wiped with the next visit.', cause);
      });
      visitor.reset();
    },
    setTheme: shell.setTheme,
    setLocale: (locale) => i18n.setLocale(localeOf(locale)),
    configure(options) {
      for (const fixed of ['apiKey', 'baseUrl', 'identity', 'analytics', 'posthog', 'appVersion']) {
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
    get unreadCount() {
      return requests.unread.peek();
    },
    get isOpen() {
      return messenger.isOpen.peek();
    },
    ready: i18n.setLocale(localeOf(given.locale)),
    place: (name, element, options = {}) => shell.place(placed[name], element, options),
    destroy() {
      stopTracking();
      stopWaking();
      stopVisitor();
      live.destroy();
      outbox?.destroy();
      shell.destroy();
      tenantConfig.dispose();
      requests.clear();
      launcher.destroy();
    },
  };
}
