/**
 * Resolves an address of the page. A frame with `srcdoc` has no address of its own, so the parent's
 * address is the base. `<base>` applies to links of the page, not to ours.
 */
export function absoluteUrl(address: string): string {
  const isOfParent = location.protocol === 'about:';
  return new URL(address, isOfParent ? document.baseURI : location.href).href;
}
