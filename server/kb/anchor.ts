const maxAnchorLength = 100;

/**
 * Returns the anchor of a heading: its letters and numbers joined by hyphens. Anchors of other
 * tools differ only in the separators.
 */
export function anchorOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, maxAnchorLength).replace(/-+$/, '');
}

/** Returns the link `#…` to a heading, or undefined if the link names no heading. */
export function headingLink(url: string): string | undefined {
  const anchor = anchorOf(decodeSafely(url));
  return anchor === '' ? undefined : `#${anchor}`;
}

export function decodeSafely(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
