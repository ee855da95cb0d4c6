// Makes views follow the signals that they read, including views that do not import this package.
import '@preact/signals';
import { effect } from '@preact/signals-core';
import { h, render } from 'preact';
import type { Tracker } from '../analytics/track.ts';
import type { ProactiveMessage } from '../contract/proactive.ts';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import { endAll } from '../core/endAll.ts';
import { openArticle } from '../core/openArticle.ts';
import { createProactiveModel, type ShownMessage } from '../core/proactive.model.ts';
import { adoptCss } from '../ui/stylesheets.ts';
import { root as rootClass } from '../ui/theme/root.css.ts';
import type { Launcher } from './launcher.ts';
import { isOccupied } from './occupied.ts';
import { ProactiveCard } from './ProactiveCard.tsx';

interface Found {
  per_day: number;
  messages: readonly ProactiveMessage[];
}

/**
 * Shows the messages of the account beside the floating button when their rules match. Returns a
 * function that ends it.
 */
export function startProactive(
  context: SupportContext,
  launcher: Launcher,
  on: Tracker['on'],
  found: Found,
  load: () => Promise<Found>,
): () => void {
  const { i18n, integrations, messenger, track, visitor } = context;
  const { root, button } = launcher;
  const model = createProactiveModel({
    perDay: found.per_day,
    path: () => location.pathname,
    isFree: () => !messenger.isOpen.peek() && !isOccupied(launcher),
    find({ provider, state }) {
      const status = integrations.model.peek();
      return status?.all
        .peek()
        .find(
          (one) => (provider ?? one.provider) === one.provider && status.stateOf(one) === state,
        );
    },
    store: visitor.store,
    track,
  });
  model.setMessages(found.messages);

  function dismiss(): void {
    const hadFocus = box.contains(root.activeElement);
    model.dismiss();
    if (hadFocus) button.focus();
  }
  function open(): void {
    const shown = model.open();
    if (shown) follow(shown, context);
  }

  const release = adoptCss(root);
  const box = document.createElement('div');
  box.className = rootClass;
  root.append(box);
  const ended = new AbortController();
  addEventListener(
    'keydown',
    (event) => {
      const isForUs = event.key === 'Escape' && !event.defaultPrevented;
      if (isForUs && model.shown.peek()) model.dismiss();
    },
    { signal: ended.signal },
  );
  // A dialog of the page takes the focus when it opens.
  for (const type of ['focusin', 'toggle', 'fullscreenchange']) {
    addEventListener(type, model.check, { signal: ended.signal, capture: true });
  }
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') model.tick();
  }, 1_000);
  let language = i18n.language.peek();
  const cleanUps = [
    () => clearInterval(timer),
    () => ended.abort(),
    on('*', ({ name }) => model.note(name)),
    effect(() => {
      if (messenger.isOpen.value) model.hide();
    }),
    effect(() => {
      visitor.epoch.value;
      model.forget();
    }),
    effect(() => {
      const shown = model.shown.value;
      const card = shown && h(ProactiveCard, { shown, i18n, onOpen: open, onDismiss: dismiss });
      render(card, box);
    }),
    effect(() => {
      if (i18n.language.value === language) return;
      language = i18n.language.value;
      load().then(
        ({ messages }) => model.setMessages(messages),
        () => {}, // the messages stay in the earlier language
      );
    }),
    () => render(null, box),
    () => box.remove(),
    release,
  ];
  if (found.messages.some(({ integration }) => integration)) {
    integrations.load().then(
      (status) => {
        if (!ended.signal.aborted) cleanUps.push(status.watch());
      },
      (cause) => warn('The integrations did not load.', cause),
    );
  }
  return () => endAll(cleanUps);
}

/** Opens what a message leads to. */
function follow({ message, integration }: ShownMessage, context: SupportContext): void {
  const { article, screen, url } = message;
  if (url !== undefined) context.page.go(url);
  else if (article !== undefined) openArticle(article, 'message', context);
  else if (screen === undefined && integration) {
    context.messenger.navigate({ id: 'integration', integration: integration.id });
    context.messenger.open();
  } else context.messenger.open(screen ?? 'home');
}
