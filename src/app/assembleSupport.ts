import { effect, signal } from '@preact/signals-core';
import { bringFlags } from '../analytics/bringFlags.ts';
import { trackPanel } from '../analytics/trackPanel.ts';
import { elementPrefix } from '../brand.ts';
import { changeConfig, type SupportConfig } from '../config.ts';
import { warn } from '../core/debug.ts';
import { createParts, partOf } from '../core/parts.ts';
import { whenIdle } from '../core/whenIdle.ts';
import { localeOf } from '../i18n/localeOf.ts';
import { createMail } from '../integrations/mailto.ts';
import { followHealth } from '../shell/followHealth.ts';
import { place } from '../shell/host.ts';
import type { Launcher } from '../shell/launcher.ts';
import { page } from '../shell/page.ts';
import { createShell } from '../shell/shell.ts';
import type { PlacedName, Support } from '../support.ts';
import type { PlacedOptions } from '../widgets/define.ts';
import { placed } from '../widgets/placed.ts';
import { createContext } from './createContext.ts';

/** Everything but the launcher: the script tag has shown that already. */
export function assembleSupport(given: Readonly<SupportConfig>, launcher: Launcher): Support {
  const settings = signal(given);
  const parts = createParts(given.flags);
  const { context, tracker, outward, claims, forgetIdentity } = createContext(
    given,
    settings,
    parts,
  );
  const { messenger, visitor, tenantConfig, requests, i18n, track, api, outbox, articles, live } =
    context;
  const { integrations } = context;
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

  if (/[?&]penguin_connect=/.test(location.search)) {
    integrations.load().then(
      (model) => model.takeReturn(),
      (cause) => warn('How the connection went is seen in the status.', cause),
    );
  }

  const isDotWanted = () => settings.value.healthDot === true;
  const stopHealth = followHealth(isDotWanted, { launcher, integrations, i18n });
  const stopFlags = bringFlags(given, parts.told);
  const isLauncherWanted = signal(given.launcher !== false);
  const stopLauncher = effect(() => {
    launcher.setVisible(isLauncherWanted.value && parts.isShown('supportButton'));
  });
  const stopTracking = trackPanel(messenger, track);
  const stopWaking = effect(() => {
    messenger.isOpen.value; // at the start, and with every opening
    visitor.epoch.value;
    outbox?.wake();
    claims.claim();
  });
  const stopVisitor = effect(() => {
    visitor.epoch.value; // another visitor: these requests are not theirs
    forgetIdentity();
    requests.clear();
    // Who has written before may have an answer by now.
    return visitor.knownId() ? whenIdle(requests.load) : undefined;
  });

  function placeWidget(name: PlacedName, element: HTMLElement, options: PlacedOptions): () => void {
    return parts.whileShown(partOf[name], () => shell.place(placed[name], element, options));
  }

  return {
    open: (screen) => messenger.open(screen),
    close: messenger.close,
    toggle: () => (messenger.isOpen.peek() ? messenger.close() : messenger.open()),
    show() {
      isLauncherWanted.value = true;
    },
    hide() {
      isLauncherWanted.value = false;
    },
    newTicket(draft) {
      if (draft) context.prefill.put(draft);
      messenger.open('ticket');
    },
    prefill: context.prefill.put,
    search(query) {
      if (articles) messenger.navigate({ id: 'search', ...(query && { query }) });
      messenger.open();
    },
    openArticle: (slug) => articles?.open(slug, 'api'),
    suggest: (slugs) => articles?.suggest(slugs),
    setIntegrations: integrations.set,
    attachSuggestions(field) {
      if (!articles) return () => {};
      const element = document.createElement(`${elementPrefix}-suggestions`);
      document.body.append(element);
      const stop = placeWidget('suggestions', element, { trigger: field });
      return () => {
        stop();
        element.remove();
      };
    },
    identify: visitor.identify,
    reset() {
      messenger.close();
      messenger.home();
      outbox?.wipe().catch((cause) => {
        warn('What waited for this visitor is wiped with the next visit.', cause);
      });
      visitor.reset();
      void outward.forget();
    },
    setConsent(consent) {
      settings.value = changeConfig(settings.peek(), { consent });
    },
    setTheme: shell.setTheme,
    setLocale: (locale) => i18n.setLocale(localeOf(locale)),
    configure(options) {
      const next = changeConfig(settings.peek(), options);
      settings.value = next;
      place(launcher.host, next);
      isLauncherWanted.value = next.launcher !== false;
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
    place: (name, element, options = {}) => placeWidget(name, element, options),
    destroy() {
      outward.destroy();
      stopFlags();
      stopLauncher();
      stopTracking();
      stopWaking();
      stopVisitor();
      stopHealth();
      integrations.destroy();
      live.destroy();
      outbox?.destroy();
      articles?.destroy();
      shell.destroy();
      tenantConfig.dispose();
      requests.clear();
      launcher.destroy();
    },
  };
}
