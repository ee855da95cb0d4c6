import { effect } from '@preact/signals-core';
import { adoptCss } from '../ui/stylesheets.ts';
import type { Launcher } from './launcher.ts';
import { tip as tipClass } from './launcherTip.css.ts';

/**
 * Shows the label of the floating button as a tooltip, and the hover effect of the button. Returns
 * a function that ends it.
 */
export function showTip({ root, button }: Launcher, label: () => string): () => void {
  const release = adoptCss(root);
  const tip = document.createElement('span');
  tip.className = tipClass;
  tip.ariaHidden = 'true';
  button.after(tip);
  const stop = effect(() => {
    tip.textContent = label();
  });
  return () => {
    stop();
    tip.remove();
    release();
  };
}
