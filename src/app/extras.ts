import type { ReadonlySignal } from '@preact/signals-core';
import type { Tracker } from '../analytics/track.ts';
import type { SupportConfig } from '../config.ts';
import type { SupportContext } from '../core/context.ts';
import { endAll } from '../core/endAll.ts';
import type { LoadApi } from '../core/ports.ts';
import type { Launcher } from '../shell/launcher.ts';
import { showWhile } from '../shell/showWhile.ts';

/**
 * Runs what few pages need: the health dot, proactive messages, and the end of a sign-in that
 * returned to this page. Returns a function that removes what it shows.
 */
export function showExtras(
  context: SupportContext,
  launcher: Launcher,
  options: ReadonlySignal<Readonly<SupportConfig>>,
  on: Tracker['on'],
): () => void {
  const { api, integrations, i18n } = context;
  if (isReturn()) {
    integrations.load().then(
      (model) => model.takeReturn(),
      () => {}, // the status shows the result
    );
  }
  const stopHealth = showWhile(
    () => options.value.healthDot === true && integrations.isConnected.value,
    async () => {
      const loading = [integrations.load(), import('../shell/healthDot.ts')] as const;
      const [model, { showHealth }] = await Promise.all(loading);
      return () => showHealth(launcher, model, i18n);
    },
  );
  const stopMessages = showWhile(
    () => options.value.proactive === true,
    async () => {
      const load = () => loadMessages(api, i18n.language.peek());
      const found = await load();
      // Most accounts have no rules, and need no further code.
      if (found.messages.length === 0) return () => () => {};
      const { startProactive } = await import('../shell/startProactive.ts');
      return () => startProactive(context, launcher, on, found, load);
    },
  );
  return () => endAll([stopHealth, stopMessages]);
}

/** Returns whether a provider has sent the visitor back to this page. */
const isReturn = () => /[?&]penguin_connect=/.test(location.search);

async function loadMessages(api: LoadApi | null, locale: string) {
  if (!api) return { per_day: 0, messages: [] };
  return (await api()).listProactive({ query: { locale } });
}
