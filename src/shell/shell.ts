import { effect } from '@preact/signals-core';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import { endAll } from '../core/endAll.ts';
import { explain } from '../core/explain.ts';
import { canAdopt } from '../ui/stylesheets.ts';
import { type Appearance, createAppearance } from './appearance.ts';
import { containKeys } from './contain.ts';
import { focused } from './focus.ts';
import type { Theme } from './host.ts';
import type { Launcher } from './launcher.ts';
import { showWhile } from './showWhile.ts';

export interface Shell {
  setTheme(theme: Theme): void;
  follow: Appearance['follow'];
  /** False if the browser does not support adopted style sheets. */
  isDrawable: boolean;
  destroy(): void;
}

/**
 * Creates everything of one instance that touches the page: launcher, panel and placed widgets.
 * `writeMail`: called when the panel does not load, and for each press if `isDirect`.
 */
export function createShell(
  context: SupportContext,
  launcher: Launcher,
  theme: Theme,
  writeMail: () => void,
  isDirect: boolean,
): Shell {
  const { messenger, i18n, track, visitor, requests } = context;
  const { unread } = requests;
  const { follow, setTheme, ...appearance } = createAppearance(theme, i18n);
  const label = () => i18n.t(messenger.isOpen.value ? 'launcher.close' : 'launcher.open');
  const cleanUps = new Set<() => void>([
    appearance.destroy,
    follow(launcher.host),
    showWhile(
      () => true,
      async () => {
        const { finishLauncher } = await import('./finishLauncher.ts');
        return () => finishLauncher(launcher, label, appearance.setDefault, isDirect, context);
      },
    ),
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
  // Tests of the host page in jsdom do not need this message.
  if (!isDrawable && !navigator.userAgent.includes('jsdom')) explain(({ noStyles }) => noStyles);

  let destroyed = false;
  const importPanel = () => import('./Panel.tsx');
  let panel: ReturnType<typeof importPanel> | undefined;
  let mounted = false;
  function loadPanel(): ReturnType<typeof importPanel> {
    panel ??= isDrawable ? importPanel().catch(importPanel) : Promise.reject();
    return panel;
  }
  // Imports the code, but does not render it: rendering costs every visitor time, and the import
  // nearly none.
  function preload(): void {
    loadPanel().then(
      ({ preloadScreen }) => preloadScreen(context),
      () => {
        panel = undefined; // retried and reported when the person opens it
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
    else if (isDirect) writeMail();
    else messenger.open();
  };

  let cameFrom: HTMLElement | null = null;
  cleanUps.add(
    effect(() => {
      launcher.setOpen(messenger.isOpen.value);
      launcher.setLabel(label());
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
          writeMail();
        });
      } else if (cameFrom) {
        // The dialog closes synchronously, and the focus returns to where it was before.
        (cameFrom.isConnected && !cameFrom.matches('body') ? cameFrom : launcher.button).focus();
        cameFrom = null;
      }
    }),
  );

  return {
    setTheme,
    follow,
    isDrawable,
    destroy() {
      destroyed = true;
      launcher.on.intent = () => {}; // the focus may return to the button
      messenger.close();
      endAll([...cleanUps]);
      cleanUps.clear();
    },
  };
}
