import './panelExtras.css.ts';
import './scrollCue.css.ts';
import { effect } from '@preact/signals-core';
import type { SupportContext } from '../core/context.ts';
import { watchBackground } from './background.ts';
import type { Launcher } from './launcher.ts';
import { showTip } from './launcherTip.ts';
import { searchKeys } from './searchKeys.ts';

/**
 * Adds the tooltip and the attributes for screen readers to the button, follows the background of
 * the page, and opens the search by keyboard. Returns a function that stops everything.
 */
export function finishLauncher(
  launcher: Launcher,
  label: () => string,
  setScheme: (isDark: () => boolean) => void,
  isDirect: boolean,
  context: SupportContext,
): () => void {
  const { button, host } = launcher;
  if (isDirect)
    button.ariaExpanded = null; // it opens the mail program
  else button.ariaHasPopup = 'dialog';
  // The count of replies and the health dot, if they exist.
  button.setAttribute('aria-describedby', 'unread health');
  const background = watchBackground(host);
  setScheme(background.isDark);
  const hideTip = showTip(launcher, label);
  const stopFading = fadeIcon(launcher, label);
  const stopKeys = searchKeys(launcher.root, context);
  return () => {
    background.stop();
    hideTip();
    stopFading();
    stopKeys();
  };
}

/** Fades the icon in when it changes between the bubble and the cross, together with the label. */
function fadeIcon({ button }: Launcher, label: () => string): () => void {
  let before: string | undefined;
  return effect(() => {
    const changed = before !== undefined && before !== label();
    before = label();
    // Missing on some pages, and in test environments.
    const isCalm = window.matchMedia?.('(prefers-reduced-motion: no-preference)')?.matches !== true;
    if (!changed || isCalm) return;
    const from = { opacity: 0, transform: 'scale(.7)' };
    button.firstElementChild?.animate?.(from, { duration: 160, easing: 'cubic-bezier(.2,0,0,1)' });
  });
}
