import type { Launcher } from './launcher.ts';

/**
 * Adds the host element again when the page replaces its body, as view transitions and Turbo do.
 * The state of the panel, including typed text, is preserved. `document.open` removes all
 * listeners; then `restart` starts the widget again. Ends with the launcher.
 */
export function keepAttached(launcher: Launcher, restart: () => void): void {
  const { host } = launcher;
  let isDue = false;
  const check = () => {
    if (!launcher.attach) changes.disconnect();
    else if (!host.isConnected && !isDue) {
      isDue = true;
      // Deferred, so that the swap finishes first. This also avoids an endless loop with a page
      // that removes the host each time.
      setTimeout(() => {
        isDue = false;
        if (!document.body || host.isConnected) return;
        launcher.attach?.();
        if (!launcher.button.onclick) restart();
      });
    }
  };
  const changes = new MutationObserver(check);
  changes.observe(document, { childList: true, subtree: true });
  check(); // the page may have changed before this code ran
}
