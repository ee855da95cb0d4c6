// Loads before the app, so it imports nothing of it.
const dialogs = 'dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog]';

/** Returns whether the page shows a dialog of its own. */
export const showsDialog = (): boolean => [...document.querySelectorAll(dialogs)].some(isVisible);

export function isVisible(element: Element): boolean {
  const { visibility } = getComputedStyle(element);
  return element.getClientRects().length > 0 && visibility !== 'hidden';
}
