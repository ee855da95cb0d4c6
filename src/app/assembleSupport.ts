import { effect, signal } from '@preact/signals-core';
import { loadFlags } from '../analytics/loadFlags.ts';
import { trackPanel } from '../analytics/trackPanel.ts';
import { loadChunk } from '../core/chunk.ts';
import { warn } from '../core/debug.ts';
import { endAll } from '../core/endAll.ts';
import { isKnownName } from '../core/explain.ts';
import { createFeatures } from '../core/features.ts';
import { screenIds } from '../core/messenger.model.ts';
import { mistakeListeners } from '../core/mistakeListeners.ts';
import { openArticle } from '../core/openArticle.ts';
import { whenIdle } from '../core/whenIdle.ts';
import { localeOf } from '../i18n/localeOf.ts';
import { plainMail } from '../integrations/plainMail.ts';
import { type ReadConfig, readVisitor } from '../readConfig.ts';
import { place } from '../shell/host.ts';
import type { Launcher } from '../shell/launcher.ts';
import { page } from '../shell/page.ts';
import { createShell } from '../shell/shell.ts';
import { showWhile } from '../shell/showWhile.ts';
import type { Support } from '../support.ts';
import { createContext } from './createContext.ts';
import { createLatePlacing } from './latePlacing.ts';
import { createSettings } from './settings.ts';

/** Creates everything except the launcher, which the script tag has already shown. */
export function assembleSupport(read: ReadConfig, launcher: Launcher): Support {
  const settings = createSettings(read);
  const { hostConfig, now } = settings;
  const features = createFeatures(hostConfig.flags);
  const { context, tracker, exporter, claims, endRequests } = createContext(
    hostConfig,
    now,
    features,
  );
  const { messenger, visitor, tenantConfig, requests, i18n, track, api, outbox, articles, live } =
    context;
  const { integrations, ownContext } = context;
  const isDirect = !api && hostConfig.mailto === 'direct';
  const shell = createShell(context, launcher, hostConfig.theme ?? 'auto', writeMail, isDirect);

  /** Writes a mail without the panel. It includes what the page has filled in. */
  async function writeMail(): Promise<void> {
    const { subject = '', description = '', ...filledIn } = context.prefill.take() ?? {};
    const request = { category: '', email: '', ...filledIn, subject, description };
    const mail = await import('../integrations/ticketMail.ts').then(
      ({ mailOf }) => mailOf(request, context),
      () => plainMail(tenantConfig.email.peek(), subject, description),
    );
    track('support_mailto_fallback', { category: null, has_backend: api !== null, cut: mail.cut });
    page.go(mail.href);
  }

  const stopExtras = showWhile(
    () =>
      Boolean(
        now.value.healthDot || now.value.proactive || location.search.includes('penguin_connect='),
      ),
    async () => {
      const { showExtras } = await import('./extras.ts');
      return () => showExtras(context, launcher, now, tracker.on);
    },
  );
  const stopFlags = loadFlags(hostConfig, features.fromFlags);
  const isLauncherWanted = signal(hostConfig.launcher !== false);
  const stopLauncher = effect(() => {
    launcher.setVisible(isLauncherWanted.value && features.isShown('supportButton'));
  });
  const stopTracking = trackPanel(messenger, track);
  const stopWaking = effect(() => {
    messenger.isOpen.value; // at the start and at every opening
    visitor.epoch.value;
    outbox?.wake();
    claims.claim();
  });
  const stopVisitor = effect(() => {
    visitor.epoch.value; // another visitor does not own these requests
    requests.clear();
    // A visitor with requests may have a new reply.
    return visitor.knownId() ? whenIdle(requests.load) : undefined;
  });

  const placing = createLatePlacing(context, shell, features);

  mistakeListeners.add(settings.notify);

  /**
   * Reads the values that the page set. If that code does not load, badges show an unknown state,
   * and requests are sent without these values.
   */
  const withPageInput = (use: (code: typeof import('./pageInput.ts')) => void) =>
    void loadChunk(() => import('./pageInput.ts')).then(use, () => {});

  let lastContext: unknown;
  const setContext = (values: unknown) => {
    lastContext = values;
    // A retried load can end after later ones, so the values of a visitor who has left must not
    // return.
    withPageInput(({ readOwnContext }) => {
      ownContext.value = readOwnContext(lastContext);
    });
  };

  let isDestroyed = false;

  return {
    open(screen) {
      const isScreen = !screen || isKnownName('screen', screenIds, screen);
      messenger.open(isScreen ? screen : undefined);
    },
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
      if (articles) messenger.navigate({ id: 'search', ...(query && { query: String(query) }) });
      messenger.open();
    },
    openArticle(slug) {
      if (articles) openArticle(slug, 'api', context);
    },
    suggest: (slugs) => articles?.suggest(slugs),
    setIntegrations: (list) =>
      withPageInput((code) => code.takeIntegrations(list, settings, integrations)),
    identify: (who) => visitor.identify(settings.accept(readVisitor(who))),
    setContext,
    reset() {
      setContext({}); // after values that the page set earlier
      messenger.close();
      messenger.home();
      outbox?.wipe().catch((cause) => {
        warn('The next visit deletes stored data.', cause);
      });
      visitor.reset();
      void exporter.forget();
    },
    setConsent: (consent) => void settings.change({ consent }),
    setTheme(theme) {
      if ('theme' in settings.change({ theme })) shell.setTheme(theme);
    },
    async setLocale(locale) {
      if ('locale' in settings.change({ locale })) await i18n.setLocale(localeOf(now.peek()));
    },
    configure(options) {
      const changed = settings.change(options);
      const { launcher: isWanted, theme = 'auto' } = now.peek();
      place(launcher.host, now.peek());
      if ('launcher' in changed) isLauncherWanted.value = isWanted !== false;
      if ('theme' in changed) shell.setTheme(theme);
      if ('locale' in changed) void i18n.setLocale(localeOf(now.peek()));
      if ('user' in changed || 'tenant' in changed) visitor.identify(changed);
    },
    on: tracker.on,
    once: tracker.once,
    get unreadCount() {
      return requests.unread.peek();
    },
    get isOpen() {
      return messenger.isOpen.peek();
    },
    ready: i18n.setLocale(localeOf(hostConfig)),
    place: placing.place,
    attachSuggestions: placing.attachSuggestions,
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      endAll([
        () => mistakeListeners.delete(settings.notify),
        exporter.destroy,
        stopFlags,
        stopLauncher,
        stopTracking,
        stopWaking,
        stopVisitor,
        stopExtras,
        integrations.destroy,
        live.destroy,
        () => outbox?.destroy(),
        () => articles?.destroy(),
        placing.destroy,
        shell.destroy,
        tenantConfig.dispose,
        requests.clear,
        endRequests,
        launcher.destroy,
      ]);
    },
  };
}
