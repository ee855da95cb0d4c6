/** Text sizes, to be spread into a style. Fields have 16 px, so that iOS does not zoom. */
export const text = {
  greeting: { fontSize: 20, lineHeight: '28px', fontWeight: 600, letterSpacing: '-.018em' },
  title: { fontSize: 16, lineHeight: '24px', fontWeight: 600, letterSpacing: '-.012em' },
  header: { fontSize: 15, lineHeight: '20px', fontWeight: 600, letterSpacing: '-.01em' },
  body: { fontSize: 14, lineHeight: '20px' },
  input: { fontSize: 16, lineHeight: '24px' },
  secondary: { fontSize: 13, lineHeight: '18px' },
  meta: { fontSize: 12, lineHeight: '16px' },
} as const;

/**
 * A line that ends with an ellipsis if it is too long, for a `<bdi>`: an ellipsis is at the end of its
 * own direction, and a text of the other direction keeps its start. It is as wide as its text, so
 * that it stays at the side where the list around it starts.
 */
export const oneLine = {
  display: 'block',
  width: 'fit-content',
  maxWidth: '100%',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;

/** The breakpoint where the panel becomes a full-height sheet with larger targets. */
export const phone = '(max-width: 600px), (max-height: 520px)';
/** The breakpoint where a fixed header and footer would leave no space between them. */
export const low = '(max-height: 400px)';

export const forcedColors = '(forced-colors: active)';
export const reducedMotion = '(prefers-reduced-motion: reduce)';
