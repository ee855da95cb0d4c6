import type { Launcher } from './launcher.ts';

/**
 * Puts the host element back when the page replaces its body, as view transitions and Turbo do. What
 * is open, and what has been written, is still in it. `document.open` takes all listeners away: then the
 * widget is started again by `restart`. Ends with the launcher.
 */
export function keepAttached(launcher: Launcher, restart: () => void): void {
  const { host } = launcher;
  let isDue = false;
  const check = () => {
    if (!launcher.attach) changes.disconnect();
    else if (!host.isConnected && !isDue) {
      isDue = true;
      // Deferred, so that the swap finishes first, and a page that removes the host each time does
      // not hang.
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
  check(); // the page may have been faster than this code
}
