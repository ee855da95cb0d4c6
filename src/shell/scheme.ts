import { watchMedia } from '../ui/watchMedia.ts';

/** Calls `look` when the scheme of the system or the page may have changed. Returns how to stop. */
export function watchScheme(look: () => void): () => void {
  const stopMedia = watchMedia('(prefers-color-scheme: dark)', look);
  if (typeof MutationObserver !== 'function') return stopMedia;
  // Only the root element's own attributes: a theme switch of the page shows there.
  const page = new MutationObserver(look);
  page.observe(document.documentElement, { attributeFilter: ['class', 'data-theme'] });
  return () => {
    stopMedia();
    page.disconnect();
  };
}
