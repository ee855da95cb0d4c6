import type { Page } from '@playwright/test';

/**
 * Returns problems of the texts in the open panel: those that do not fit into their box, are behind
 * a button of their row, or are one of `foreign`, which are sentences of another language. Texts of
 * the backend may be truncated with an ellipsis, but at their end.
 */
export function textFaults(page: Page, foreign: readonly string[]): Promise<string[]> {
  return page.evaluate((sentences) => {
    const known = new Set(sentences);
    const root = document.querySelector('penguin-support')?.shadowRoot;
    const faults: string[] = [];
    const buttons = [...(root?.querySelectorAll('dialog button') ?? [])];
    function isUnder(element: Element, button: Element): boolean {
      // Scrolled content may be below a footer, but content of a list row may not.
      if (!element.closest('li')?.contains(button) || button.contains(element)) return false;
      const range = document.createRange();
      range.selectNodeContents(element);
      const [words, edge] = [range.getBoundingClientRect(), button.getBoundingClientRect()];
      const across = Math.min(words.right, edge.right) - Math.max(words.left, edge.left);
      const along = Math.min(words.bottom, edge.bottom) - Math.max(words.top, edge.top);
      return across > 1 && along > 1;
    }
    for (const element of root?.querySelectorAll('dialog, dialog *') ?? []) {
      const text = [...element.childNodes]
        .filter((node) => node instanceof Text)
        .map((node) => node.textContent?.trim())
        .join('');
      if (!(text && element instanceof HTMLElement)) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
      if (isCut && textOverflow !== 'ellipsis') faults.push(`cut: ${text}`);
      if (known.has(text)) faults.push(`of another language: ${text}`);
      if (buttons.some((button) => isUnder(element, button)))
        faults.push(`behind a button: ${text}`);
    }
    /** Returns whether the first letter of a truncated text is outside of its box. */
    function hasLostStart(element: Element): boolean {
      const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (!letters || element.scrollWidth <= element.clientWidth + 1) return false;
      const range = document.createRange();
      range.setStart(letters, 0);
      range.setEnd(letters, 1);
      const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return letter.left < box.left - 1 || letter.right > box.right + 1;
    }
    const panel = root?.querySelector('dialog');
    for (const element of panel?.querySelectorAll('*') ?? []) {
      const { textOverflow } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' && hasLostStart(element))
        faults.push(`without its start: ${element.textContent}`);
    }
    const edge = panel?.getBoundingClientRect();
    for (const element of panel?.querySelectorAll('*') ?? []) {
      const { left, right } = element.getBoundingClientRect();
      const isOut = edge && (left < edge.left - 1 || right > edge.right + 1);
      const row = element.parentElement;
      // Its row ends with an ellipsis at the edge.
      if (row && getComputedStyle(row).textOverflow === 'ellipsis') continue;
      if (isOut && element.checkVisibility({ visibilityProperty: true }))
        faults.push(`beside the panel: ${element.outerHTML.slice(0, 200)}`);
    }
    return faults;
  }, foreign);
}
