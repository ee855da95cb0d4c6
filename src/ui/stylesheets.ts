/**
 * The CSS of every loaded `*.css.ts`, and the shadow roots that show it. One `CSSStyleSheet` a file,
 * adopted by all open roots: a strict `style-src` allows that, a `<style>` element it does not.
 * Sheets are made when a root is there, so that importing works without a DOM.
 */
const files = new Map<string, { css: string; sheet?: CSSStyleSheet }>();
const roots = new Set<ShadowRoot>();

/** Called by each compiled `*.css.ts`. Again with the same id (hot update): replaces the rules. */
export function registerCss(css: string, id: string): void {
  const known = files.get(id)?.sheet;
  known?.replaceSync(css);
  const file = known ? { css, sheet: known } : { css };
  files.set(id, file);
  if (!known) for (const root of roots) adopt(root, [sheetOf(file)]);
}

/**
 * Adopts all CSS in the root, including files that load later. Returns a function that stops it. A
 * root that has it already (the launcher's, when launcher and panel are one bundle) is left alone.
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

/** False in Safari before 16.4 and in test environments: there nothing can be drawn under a strict `style-src`. */
export function canAdopt(root: ShadowRoot): boolean {
  return Boolean(root.adoptedStyleSheets);
}

/** Chrome before 99 has a frozen list. */
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
