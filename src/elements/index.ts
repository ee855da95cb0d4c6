import { elementPrefix } from '../brand.ts';
import type { PlacedName, PlacedOptions, Support } from '../index.ts';

const names: Record<string, PlacedName> = {
  'help-center': 'helpCenter',
  'support-button': 'supportButton',
  'kb-suggestions': 'suggestions',
  'status-badge': 'statusBadge',
  'status-summary': 'statusSummary',
};

const variants = ['dot', 'compact', 'full'] as const;

let current: Support | undefined;
const waiting = new Set<PlacedElement>();

/**
 * Defines `<penguin-help-center>`, `<penguin-support-button>`, `<penguin-kb-suggestions>`,
 * `<penguin-status-badge>` and `<penguin-status-summary>`, and draws those on the page by the instance given. The last instance given draws elements that come later.
 * Returns how to end that, for when the instance is destroyed.
 */
export function defineElements(support: Support): () => void {
  current = support;
  for (const [suffix, widget] of Object.entries(names)) {
    const tag = `${elementPrefix}-${suffix}`;
    if (!customElements.get(tag)) customElements.define(tag, elementOf(widget));
  }
  for (const element of waiting) element.draw();
  return () => {
    if (current === support) current = undefined;
  };
}

interface PlacedElement extends HTMLElement {
  draw(): void;
}

function elementOf(widget: PlacedName): CustomElementConstructor {
  return class extends HTMLElement implements PlacedElement {
    static observedAttributes = ['integration', 'variant'];
    #remove: (() => void) | undefined;

    attributeChangedCallback(): void {
      if (waiting.has(this)) this.draw();
    }

    connectedCallback(): void {
      waiting.add(this);
      this.draw();
    }

    disconnectedCallback(): void {
      waiting.delete(this);
      this.#remove?.();
    }

    draw(): void {
      this.#remove?.();
      this.#remove = current?.place(widget, this, this.#options());
    }

    /**
     * `for` names the trigger, or the field, by its id; `hide-contact` leaves that item out;
     * `integration` and `variant` are those of a badge.
     */
    #options(): PlacedOptions {
      const id = this.getAttribute('for');
      const trigger = id === null ? null : document.getElementById(id);
      const variant = variants.find((one) => one === this.getAttribute('variant'));
      return {
        integration: this.getAttribute('integration') ?? '',
        ...(variant && { variant }),
        ...(trigger && { trigger }),
        ...(this.hasAttribute('hide-contact') && { hideContact: true }),
      };
    }
  };
}
