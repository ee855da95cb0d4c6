/** Long runs of letters and digits that open something: keys, signed links, JSON web tokens. */
const secret = /^(?=.*\d)(?=.*[A-Za-z])[\w.~%-]{24,}$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The page's address as it may leave the page: without query and fragment, which often carry tokens,
 * and with `…` in place of a part of the path that looks like one. Ids that help the team stay.
 */
export function pageUrl({
  origin,
  protocol,
  pathname,
}: Pick<Location, 'origin' | 'protocol' | 'pathname'>): string {
  const start = origin === 'null' ? protocol : origin;
  // The page is the content of an attribute (`about:srcdoc`) or of its own address (`data:`).
  if (!pathname.startsWith('/')) return start;
  const parts = pathname
    .split('/')
    .map((part) => (secret.test(part) && !uuid.test(part) && !isWords(part) ? '…' : part));
  return start + parts.join('/');
}

/** `how-to-fix-spf-2026`: words with hyphens between them. */
function isWords(part: string): boolean {
  return part.split(/[-_.]/).every((word) => /^([a-z]{1,20}|\d{1,8})$/i.test(word));
}
