/**
 * Resolves an address that the page gave. A frame with `srcdoc` has no address of its own: there the parent's
 * counts. `<base>` is for the page's links, not for ours.
 */
export function absoluteUrl(address: string): string {
  const isOfParent = location.protocol === 'about:';
  return new URL(address, isOfParent ? document.baseURI : location.href).href;
}
