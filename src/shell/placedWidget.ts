// Views follow the signals they read, also those that import nothing of it.
import '@preact/signals';
import './placed.css.ts';
import { render } from 'preact';
import type { SupportContext } from '../core/context.ts';
import { adoptCss } from '../ui/stylesheets.ts';
import { root as rootClass } from '../ui/theme/root.css.ts';
import type { PlacedOptions, RenderPlaced } from '../widgets/define.ts';
import { containKeys } from './contain.ts';

/** Draws a widget in the shadow root of an element of the page; what comes back takes it away. */
export function placeWidget(
  element: HTMLElement,
  draw: RenderPlaced,
  context: SupportContext,
  options: PlacedOptions,
): () => void {
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
    render(null, box);
    box.remove();
    release();
    endContaining();
    delete element.dataset.placed;
    // A shadow root stays for good: the element shows its own content again.
    if (isEmpty) root.append(document.createElement('slot'));
  };
}
