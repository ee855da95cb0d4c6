const longestAnchor = 100;

/** Returns the anchor of a heading: its letters and numbers. Tools differ only in what separates them. */
export function anchorOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, longestAnchor).replace(/-+$/, '');
}

/** `#…` as it leads to a heading; undefined where it names none. */
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
