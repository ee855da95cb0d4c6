import type { Launcher } from './launcher.ts';

/**
 * Puts the host element back when the page replaces its body, as view transitions and Turbo do. What
 * is open, and what has been written, is still in it. Ends with the launcher.
 */
export function keepAttached(launcher: Launcher): void {
  const { host } = launcher;
  let isDue = false;
  const changes = new MutationObserver(() => {
    if (!launcher.attach) changes.disconnect();
    else if (!host.isConnected && !isDue) {
      isDue = true;
      // Deferred, so that the swap finishes first, and a page that removes the host each time does
      // not hang.
      setTimeout(() => {
        isDue = false;
        if (document.body && !host.isConnected) launcher.attach?.();
      });
    }
  });
  changes.observe(document, { childList: true, subtree: true });
}
