/**
 * The CSS of all loaded `*.css.ts` files, and the shadow roots that use it. Each file is one
 * `CSSStyleSheet`, which all open roots adopt: a strict `style-src` allows that, but not a
 * `<style>` element. Sheets are created for the first root, so that importing works without a DOM.
 */
const files = new Map<string, { css: string; sheet?: CSSStyleSheet }>();
const roots = new Set<ShadowRoot>();

/**
 * Called by each compiled `*.css.ts` file. A second call with the same id (hot update) replaces the
 * rules.
 */
export function registerCss(css: string, id: string): void {
  const known = files.get(id)?.sheet;
  known?.replaceSync(css);
  const file = known ? { css, sheet: known } : { css };
  files.set(id, file);
  if (!known) for (const root of roots) adopt(root, [sheetOf(file)]);
}

/**
 * Adopts all CSS in the root, including files that load later. Returns a function that ends it. It
 * skips a root that already has the CSS (that of the launcher, if launcher and panel are in one
 * bundle).
 */
export function adoptCss(root: ShadowRoot): () => void {
  if (roots.has(root) || !canAdopt(root)) return () => {};
  roots.add(root);
  const ours = () => [...files.values()].map(sheetOf);
  adopt(root, ours());
  return () => {
    roots.delete(root);
    const gone = ours();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !gone.includes(sheet));
  };
}

/**
 * False in Safari before 16.4 and in test environments. A strict `style-src` allows no other way to
 * add styles there.
 */
export function canAdopt(root: ShadowRoot): boolean {
  return Boolean(root.adoptedStyleSheets);
}

/** In Chrome before 99, the list is frozen. */
function adopt(root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}

function sheetOf(file: { css: string; sheet?: CSSStyleSheet }): CSSStyleSheet {
  if (!file.sheet) {
    file.sheet = new CSSStyleSheet();
    file.sheet.replaceSync(file.css);
  }
  return file.sheet;
}
