/** Calls `look` when the scheme of the system or the page may have changed. Returns how to stop. */
export function watchScheme(look: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', look);
  // Only the root element's own attributes: a theme switch of the page shows there.
  const page = new MutationObserver(look);
  page.observe(document.documentElement, { attributeFilter: ['class', 'data-theme'] });
  return () => {
    system.removeEventListener('change', look);
    page.disconnect();
  };
}
