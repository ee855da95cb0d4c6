/** Long sequences of letters and digits that grant access: keys, signed links, JSON web tokens. */
const secret = /^(?=.*\d)(?=.*[A-Za-z])[\w.~%-]{24,}$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Returns the page's address in a form that can be sent. It removes query and fragment, which often
 * contain tokens, and replaces a part of the path that looks like a token with `…`. It keeps ids
 * that help the team.
 */
export function pageUrl({
  origin,
  protocol,
  pathname,
}: Pick<Location, 'origin' | 'protocol' | 'pathname'>): string {
  const start = origin === 'null' ? protocol : origin;
  // The page has no path of its own: its content is an attribute (`about:srcdoc`) or its address
  // (`data:`).
  if (!pathname.startsWith('/')) return start;
  const parts = pathname
    .split('/')
    .map((part) => (secret.test(part) && !uuid.test(part) && !isWords(part) ? '…' : part));
  return start + parts.join('/');
}

/** True for words separated by hyphens, such as `how-to-fix-spf-2026`. */
function isWords(part: string): boolean {
  return part.split(/[-_.]/).every((word) => /^([a-z]{1,20}|\d{1,8})$/i.test(word));
}
