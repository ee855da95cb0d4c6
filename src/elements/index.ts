import { elementPrefix } from '../brand.ts';
import type { PlacedName, Support } from '../index.ts';
import { type Drawing, elementOf } from './placedElement.ts';
import type { PenguinElements } from './types.ts';

export type * from './types.ts';

type Suffix = keyof PenguinElements extends `${typeof elementPrefix}-${infer Name}` ? Name : never;

const names: Record<Suffix, PlacedName> = {
  'help-center': 'helpCenter',
  'support-button': 'supportButton',
  'kb-suggestions': 'suggestions',
  'status-badge': 'statusBadge',
  'status-summary': 'statusSummary',
};

const drawing: Drawing = { support: undefined, elements: new Set() };

/**
 * Defines `<penguin-help-center>`, `<penguin-support-button>`, `<penguin-kb-suggestions>`,
 * `<penguin-status-badge>` and `<penguin-status-summary>`. The given instance renders those on the
 * page, and later elements are rendered by the last given instance. Returns a function that ends
 * this, to be called when the instance is destroyed.
 */
export function defineElements(support: Support): () => void {
  drawing.support = support;
  for (const [suffix, widget] of Object.entries(names)) {
    const tag = `${elementPrefix}-${suffix}`;
    if (!customElements.get(tag)) customElements.define(tag, elementOf(widget, drawing));
  }
  for (const element of drawing.elements) element.draw();
  return () => {
    if (drawing.support !== support) return;
    drawing.support = undefined;
    for (const element of drawing.elements) element.draw();
  };
}
