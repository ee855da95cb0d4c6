/**
 * Replaces `ui/stylesheets.ts` in the loader, which has one root and all its CSS from the start.
 * The registry that other roots need would cost each page more bytes than the rules of the button.
 */
let rules = '';

export function registerCss(css: string): void {
  rules += css;
}

/** The sheet is removed with the root. */
export function adoptCss(root: ShadowRoot): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];
  return () => {};
}
