/**
 * Calls `leave` when the page is hidden or unloads, and `comeBack` when it is visible again.
 * Returns a function that unsubscribes.
 */
export function onLeaving(listener: { leave(): void; comeBack(): void }): () => void {
  const ended = new AbortController();
  const follow = () =>
    document.visibilityState === 'hidden' ? listener.leave() : listener.comeBack();
  addEventListener('visibilitychange', follow, { signal: ended.signal });
  addEventListener('pagehide', listener.leave, { signal: ended.signal });
  // The page was restored from the back/forward cache, or the network is available again.
  addEventListener('pageshow', listener.comeBack, { signal: ended.signal });
  addEventListener('online', listener.comeBack, { signal: ended.signal });
  return () => ended.abort();
}
