// Makes views follow the signals that they read, including views that do not import this package.
import '@preact/signals';
import './placed.css.ts';
import { render } from 'preact';
import type { SupportContext } from '../core/context.ts';
import { adoptCss } from '../ui/stylesheets.ts';
import { root as rootClass } from '../ui/theme/root.css.ts';
import type { PlacedOptions, RenderPlaced } from '../widgets/define.ts';
import type { Appearance } from './appearance.ts';
import { watchBackground } from './background.ts';
import { containKeys } from './contain.ts';

/**
 * Renders a widget in the shadow root of an element of the page. Returns a function that removes
 * it.
 */
export function placeWidget(
  element: HTMLElement,
  draw: RenderPlaced,
  context: SupportContext,
  options: PlacedOptions,
  follow: Appearance['follow'],
): () => void {
  // It has no surface of its own, so its text is on the background of the page.
  const background = watchBackground(element);
  const endFollowing = follow(element, background.isDark);
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const isEmpty = [...root.children].every(({ localName }) => localName === 'slot');
  if (isEmpty) root.replaceChildren();
  const endContaining = containKeys(root);
  const release = adoptCss(root);
  element.dataset.placed = '';
  const box = document.createElement('div');
  box.className = rootClass;
  root.append(box);
  render(draw(context, options), box);
  return () => {
    endFollowing();
    background.stop();
    render(null, box);
    box.remove();
    release();
    endContaining();
    delete element.dataset.placed;
    // A shadow root cannot be removed, so a slot shows the element's own content again.
    if (isEmpty) root.append(document.createElement('slot'));
  };
}
