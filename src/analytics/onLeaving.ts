/** Calls back when the page is hidden or unloads, and when it is visible again. Returns a function that unsubscribes. */
export function onLeaving(listener: { leave(): void; comeBack(): void }): () => void {
  const ended = new AbortController();
  const follow = () =>
    document.visibilityState === 'hidden' ? listener.leave() : listener.comeBack();
  addEventListener('visibilitychange', follow, { signal: ended.signal });
  addEventListener('pagehide', listener.leave, { signal: ended.signal });
  // Back from where the browser keeps pages, or from a place without network.
  addEventListener('pageshow', listener.comeBack, { signal: ended.signal });
  addEventListener('online', listener.comeBack, { signal: ended.signal });
  return () => ended.abort();
}
