import { effect } from '@preact/signals-core';
import { adoptCss } from '../ui/stylesheets.ts';
import type { Launcher } from './launcher.ts';
import { tip as tipClass } from './launcherTip.css.ts';

/**
 * Shows the label of the floating button as a tooltip, and the hover effect of the button. Escape
 * hides the tooltip until the next hover or focus (WCAG 1.4.13). Returns a function that ends it.
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
  const ended = new AbortController();
  const { signal } = ended;
  const hide = ({ key }: KeyboardEvent) => {
    tip.hidden ||= key === 'Escape';
  };
  const show = () => {
    tip.hidden = false;
  };
  addEventListener('keydown', hide, { capture: true, signal });
  button.addEventListener('pointerenter', show, { signal });
  button.addEventListener('focus', show, { signal });
  return () => {
    ended.abort();
    stop();
    tip.remove();
    release();
  };
}
