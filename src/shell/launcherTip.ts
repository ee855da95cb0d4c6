import { adoptCss } from '../ui/stylesheets.ts';
import type { Launcher } from './launcher.ts';
import { tip as tipClass } from './launcherTip.css.ts';

/** The label of the floating button as a tooltip, and how the button answers to the pointer. */
export interface LauncherTip {
  setText(text: string): void;
  remove(): void;
}

export function showTip({ root, button }: Launcher): LauncherTip {
  const release = adoptCss(root);
  const tip = document.createElement('span');
  tip.className = tipClass;
  tip.ariaHidden = 'true';
  button.after(tip);
  return {
    setText(text) {
      tip.textContent = text;
    },
    remove() {
      tip.remove();
      release();
    },
  };
}
