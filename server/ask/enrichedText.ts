/** Elements of RFC 1341 that stand for a character. */
const characters: Partial<Record<string, string>> = { lt: '<', nl: '\n', np: '\n' };

/**
 * Returns the text of `text/enriched` (RFC 1896) or `text/richtext` (RFC 1341), in which a single
 * line break is a space.
 */
export function plainOfEnriched(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/<param>[^<]*<\/param>/gi, '')
    .replaceAll(/\n+/g, (breaks) => (breaks.length === 1 ? ' ' : breaks.slice(1)))
    .replaceAll(/<<|<\/?([\w-]{1,60})>/g, (tag, name: string | undefined) =>
      tag === '<<' ? '<' : (characters[name?.toLowerCase() ?? ''] ?? ''),
    )
    .trim();
}
