/**
 * Stands in for `ui/stylesheets.ts` in the loader, which has one root and all its CSS from the start:
 * the registry that every other root needs would cost each page more than the button's own rules.
 */
let rules = '';

export function registerCss(css: string): void {
  rules += css;
}

/** The sheet goes with the root. */
export function adoptCss(root: ShadowRoot): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];
  return () => {};
}
