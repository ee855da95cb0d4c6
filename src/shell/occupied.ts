import { focused } from './focus.ts';
import type { Launcher } from './launcher.ts';
import { isVisible, showsDialog } from './pageDialogs.ts';

const writable = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

/**
 * Returns whether the visitor is busy: the page is hidden or shows a dialog or something in
 * fullscreen, the focus is in a field, or the floating button is not visible.
 */
export function isOccupied({ button }: Pick<Launcher, 'button'>): boolean {
  if (document.visibilityState === 'hidden' || document.fullscreenElement) return true;
  if (focused()?.matches(writable)) return true;
  if (!isVisible(button)) return true;
  return showsDialog();
}
