/** Calls back when the page is hidden or unloads, and when it is visible again. Returns a function that unsubscribes. */
export function onLeaving(hear: { leave(): void; comeBack(): void }): () => void {
  const ended = new AbortController();
  const follow = () => (document.visibilityState === 'hidden' ? hear.leave() : hear.comeBack());
  document.addEventListener('visibilitychange', follow, { signal: ended.signal });
  addEventListener('pagehide', hear.leave, { signal: ended.signal });
  // Back from where the browser keeps pages, or from a place without network.
  addEventListener('pageshow', hear.comeBack, { signal: ended.signal });
  addEventListener('online', hear.comeBack, { signal: ended.signal });
  return () => ended.abort();
}
