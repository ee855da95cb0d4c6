/**
 * Calls `leave` when the page is hidden or unloads, and `resume` when it is visible again.
 * Returns a function that unsubscribes.
 */
export function onLeaving(listener: { leave(): void; resume(): void }): () => void {
  const ended = new AbortController();
  const follow = () =>
    document.visibilityState === 'hidden' ? listener.leave() : listener.resume();
  addEventListener('visibilitychange', follow, { signal: ended.signal });
  addEventListener('pagehide', listener.leave, { signal: ended.signal });
  // The page was restored from the back/forward cache, or the network is available again.
  addEventListener('pageshow', listener.resume, { signal: ended.signal });
  addEventListener('online', listener.resume, { signal: ended.signal });
  return () => ended.abort();
}
