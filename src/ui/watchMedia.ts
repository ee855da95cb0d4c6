/**
 * Calls `onChange` when a media query begins or ceases to match. Returns how to stop. Test environments
 * and old browsers have no `matchMedia`, or one without events: then nothing ever changes.
 */
export function watchMedia(query: string, onChange: () => void): () => void {
  const media = window.matchMedia?.(query);
  media?.addEventListener?.('change', onChange);
  return () => media?.removeEventListener?.('change', onChange);
}
