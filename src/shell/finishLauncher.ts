import { watchBackground } from './background.ts';
import type { Launcher } from './launcher.ts';
import { showTip } from './launcherTip.ts';

/**
 * Adds what the button needs for a hover or a screen reader, and follows the background of the page.
 * Returns a function that ends it.
 */
export function finishLauncher(
  launcher: Launcher,
  label: () => string,
  setScheme: (isDark: () => boolean) => void,
): () => void {
  const { button, host } = launcher;
  button.ariaHasPopup = 'dialog';
  // The count of replies and the health dot, if they exist.
  button.setAttribute('aria-describedby', 'unread health');
  const background = watchBackground(host);
  setScheme(background.isDark);
  const hideTip = showTip(launcher, label);
  return () => {
    background.stop();
    hideTip();
  };
}
