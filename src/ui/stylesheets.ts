/**
 * The CSS of every loaded `*.css.ts`, and the shadow roots that show it. One `CSSStyleSheet` a file,
 * adopted by all open roots: a strict `style-src` allows that, a `<style>` element it does not.
 */
const texts = new Map<string, string>();
const sheets = new Map<string, CSSStyleSheet>();
const roots = new Set<ShadowRoot>();

/** Called by each compiled `*.css.ts`. Again with the same id (hot update): replaces the rules. */
export function registerCss(id: string, css: string): void {
  texts.set(id, css);
  if (sheets.has(id)) sheets.get(id)?.replaceSync(css);
  else for (const root of roots) root.adoptedStyleSheets.push(sheetOf(id, css));
}

/**
 * Gives the root all CSS, what is loaded now and what comes later. Returns how to end that.
 * A root that has it already (the launcher's, when launcher and panel are one bundle) stays as it is.
 */
export function adoptCss(root: ShadowRoot): () => void {
  if (roots.has(root)) return () => {};
  roots.add(root);
  root.adoptedStyleSheets.push(...[...texts].map(([id, css]) => sheetOf(id, css)));
  return () => {
    roots.delete(root);
    const ours = new Set(sheets.values());
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
  };
}

function sheetOf(id: string, css: string): CSSStyleSheet {
  let sheet = sheets.get(id);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(id, sheet);
  }
  return sheet;
}
