import { explain } from '../core/explain.ts';
import type { PlacedName, PlacedOptions, Support } from '../index.ts';
import type { HelpCenterElement, StatusBadgeElement } from './types.ts';

/**
 * State that all elements of a page share: the instance that renders them, and the connected
 * elements.
 */
export interface Drawing {
  support: Support | undefined;
  elements: Set<PlacedElement>;
}

export interface PlacedElement extends HTMLElement {
  draw(): void;
}

/**
 * Properties may be set before the element is upgraded to its class. They are set again afterwards.
 */
const properties = ['for', 'htmlFor', 'hideContact', 'integration', 'variant'] as const;

const isVariant = (text: string | null) => text === 'dot' || text === 'full' || text === 'compact';

/** Milliseconds until a missing target is reported, because the page may still be rendering it. */
const targetGraceMs = 3_000;

/** Returns the class for one tag. Properties reflect attributes, so both change the rendering. */
export function elementOf(widget: PlacedName, drawing: Drawing): CustomElementConstructor {
  return class extends HTMLElement implements PlacedElement, HelpCenterElement, StatusBadgeElement {
    static observedAttributes = ['for', 'hide-contact', 'integration', 'variant'];
    #target: HTMLElement | undefined;
    #isDue = false;
    #remove: (() => void) | undefined;
    #stopWaiting: (() => void) | undefined;

    get for(): HTMLElement | string | null {
      return this.#target ?? this.getAttribute('for');
    }
    set for(target: HTMLElement | string | null | undefined) {
      this.#target = target instanceof HTMLElement ? target : undefined;
      if (typeof target === 'string') this.setAttribute('for', target);
      else this.removeAttribute('for');
      this.#redraw();
    }

    get htmlFor(): HTMLElement | string | null {
      return this.for;
    }
    set htmlFor(target: HTMLElement | string | null | undefined) {
      this.for = target;
    }

    get hideContact(): boolean {
      return this.hasAttribute('hide-contact');
    }
    set hideContact(isHidden: boolean) {
      this.toggleAttribute('hide-contact', Boolean(isHidden));
    }

    get integration(): string {
      return this.getAttribute('integration') ?? '';
    }
    set integration(reference: string | null | undefined) {
      this.setAttribute('integration', reference ?? '');
    }

    get variant(): StatusBadgeElement['variant'] {
      const variant = this.getAttribute('variant');
      return isVariant(variant) ? variant : 'compact';
    }
    set variant(variant: string | null | undefined) {
      this.setAttribute('variant', variant ?? '');
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
      if (before !== after) this.#redraw();
    }

    connectedCallback(): void {
      for (const name of properties) {
        const early = Object.getOwnPropertyDescriptor(this, name);
        if (early && Reflect.deleteProperty(this, name)) Reflect.set(this, name, early.value);
      }
      drawing.elements.add(this);
      this.draw();
    }

    disconnectedCallback(): void {
      drawing.elements.delete(this);
      this.#end();
    }

    draw(): void {
      this.#end();
      this.#isDue = false;
      if (!drawing.support) return;
      const trigger = this.#findTarget();
      this.#remove = drawing.support.place(widget, this, this.#options(trigger));
      if (!trigger && this.hasAttribute('for')) this.#awaitTarget();
    }

    /** Renders once for all changes that a framework makes synchronously. */
    #redraw(): void {
      if (this.#isDue || !drawing.elements.has(this)) return;
      this.#isDue = true;
      queueMicrotask(() => {
        if (this.#isDue && drawing.elements.has(this)) this.draw();
      });
    }

    #end(): void {
      this.#stopWaiting?.();
      this.#remove?.();
      this.#stopWaiting = this.#remove = undefined;
    }

    #options(trigger: HTMLElement | null): PlacedOptions {
      const { integration, variant, hideContact } = this;
      return { integration, variant, hideContact, ...(trigger && { trigger }) };
    }

    #root(): Document | ShadowRoot {
      const root = this.getRootNode();
      return root instanceof ShadowRoot ? root : document;
    }

    #findTarget(): HTMLElement | null {
      const id = this.getAttribute('for');
      return this.#target ?? (id === null ? null : this.#root().getElementById(id));
    }

    /** The target can appear later than this element. */
    #awaitTarget(): void {
      const changes = new MutationObserver(() => {
        if (this.#findTarget()) this.draw();
      });
      changes.observe(this.#root(), { childList: true, subtree: true, attributeFilter: ['id'] });
      const timer = setTimeout(() => {
        explain(({ noTarget }) => noTarget(`${this.for}`, this.localName));
      }, targetGraceMs);
      this.#stopWaiting = () => {
        changes.disconnect();
        clearTimeout(timer);
      };
    }
  };
}
