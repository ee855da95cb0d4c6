import { watchBackground } from './background.ts';
import type { Launcher } from './launcher.ts';
import { showTip } from './launcherTip.ts';

/**
 * Adds the tooltip and the attributes for screen readers to the button, and follows the background
 * of the page. Returns a function that stops both.
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
