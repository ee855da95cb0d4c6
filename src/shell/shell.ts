import { effect } from '@preact/signals-core';
import type { SupportContext } from '../core/context.ts';
import { warn, warnOnce } from '../core/debug.ts';
import { endAll } from '../core/endAll.ts';
import { explain } from '../core/explain.ts';
import { canAdopt } from '../ui/stylesheets.ts';
import type { PlacedOptions, PlacedWidget } from '../widgets/define.ts';
import { createAppearance } from './appearance.ts';
import { containKeys } from './contain.ts';
import { focused } from './focus.ts';
import type { Theme } from './host.ts';
import type { Launcher } from './launcher.ts';
import { showTip } from './launcherTip.ts';
import { showWhile } from './showWhile.ts';

export interface Shell {
  setTheme(theme: Theme): void;
  place(widget: PlacedWidget, element: HTMLElement, options: PlacedOptions): () => void;
  destroy(): void;
}

/** Everything of one instance that touches the page: launcher, panel and placed widgets. */
export function createShell(
  context: SupportContext,
  launcher: Launcher,
  theme: Theme,
  onUnloadable: () => void,
): Shell {
  const { messenger, i18n, track, visitor, requests } = context;
  const { unread } = requests;
  const appearance = createAppearance(theme, i18n);
  const tip = showTip(launcher);
  const cleanUps = new Set<() => void>([
    appearance.destroy,
    appearance.follow(launcher.host),
    tip.remove,
    showWhile(
      () => unread.value > 0,
      async () => {
        const { showUnread } = await import('./unreadBadge.ts');
        return () => showUnread(launcher, unread, i18n);
      },
    ),
  ]);
  containKeys(launcher.root);
  const isDrawable = canAdopt(launcher.root);
  // A test of the host's under jsdom has nothing to fix.
  if (!isDrawable && !navigator.userAgent.includes('jsdom')) explain(({ noStyles }) => noStyles);
  launcher.button.ariaHasPopup = 'dialog';
  // The count of replies and the health dot, where there are any.
  launcher.button.setAttribute('aria-describedby', 'unread health');

  let destroyed = false;
  const importPanel = () => import('./Panel.tsx');
  let panel: ReturnType<typeof importPanel> | undefined;
  let mounted = false;
  function loadPanel(): ReturnType<typeof importPanel> {
    panel ??= isDrawable ? importPanel().catch(importPanel) : Promise.reject();
    return panel;
  }
  // Imported ahead, but not drawn: drawing costs every visitor, the import alone nearly nothing.
  function preload(): void {
    loadPanel().then(
      ({ preloadScreen }) => preloadScreen(context),
      () => {
        panel = undefined; // retried, and reported, when the person opens it
      },
    );
  }
  async function showPanel(): Promise<void> {
    const { mountPanel } = await loadPanel();
    if (mounted || destroyed) return;
    mounted = true;
    cleanUps.add(mountPanel(launcher.root, context));
  }

  launcher.on.intent = preload;
  launcher.on.press = () => {
    track('support_button_click', {
      source: 'floating_button',
      user_id: visitor.user().id ?? null,
      tenant_id: visitor.tenant().id ?? null,
    });
    if (messenger.isOpen.peek()) messenger.close();
    else messenger.open();
  };

  let cameFrom: HTMLElement | null = null;
  cleanUps.add(
    effect(() => {
      const open = messenger.isOpen.value;
      launcher.setOpen(open);
      const label = i18n.t(open ? 'launcher.close' : 'launcher.open');
      launcher.setLabel(label);
      tip.setText(label);
    }),
  );
  cleanUps.add(
    effect(() => {
      if (messenger.isOpen.value) {
        cameFrom = focused();
        showPanel().catch((cause) => {
          if (destroyed) return;
          if (isDrawable) warn('The panel did not load. The request goes by mail.', cause);
          panel = undefined;
          messenger.close();
          onUnloadable();
        });
      } else if (cameFrom) {
        // The dialog closes in the same turn; the focus goes back to where it came from.
        (cameFrom.isConnected && !cameFrom.matches('body') ? cameFrom : launcher.button).focus();
        cameFrom = null;
      }
    }),
  );

  return {
    setTheme: appearance.setTheme,
    place(widget, element, options) {
      if (!isDrawable) return () => {};
      const steps = [appearance.follow(element)];
      let removed = false;
      Promise.all([
        widget.load(context).catch(() => widget.load(context)),
        import('./placedWidget.ts'),
      ])
        .then(([draw, { placeWidget }]) => {
          if (!removed) steps.push(placeWidget(element, draw, context, options));
        })
        .catch((cause) => {
          if (!removed) warnOnce('A placed widget did not load.', cause);
        });
      const end = () => {
        if (removed) return;
        removed = true;
        endAll(steps);
        cleanUps.delete(end);
      };
      cleanUps.add(end);
      return end;
    },
    destroy() {
      destroyed = true;
      launcher.on.intent = () => {}; // the focus may come back to the button
      messenger.close();
      endAll([...cleanUps]);
      cleanUps.clear();
    },
  };
}
