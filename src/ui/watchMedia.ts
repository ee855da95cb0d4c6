/**
 * Calls `onChange` when a media query starts or stops matching. Returns a function that stops it.
 * Test environments and old browsers have no `matchMedia`, or one without events. Then it is never
 * called.
 */
export function watchMedia(query: string, onChange: () => void): () => void {
  const media = window.matchMedia?.(query);
  media?.addEventListener?.('change', onChange);
  return () => media?.removeEventListener?.('change', onChange);
}
