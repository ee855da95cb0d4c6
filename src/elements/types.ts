import type { PlacedOptions } from '../index.ts';

/** `<penguin-help-center>`: the menu with ways to get help. */
export interface HelpCenterElement extends HTMLElement {
  /** Your own element that opens the menu, or its id. Attribute `for`. */
  for: HTMLElement | string | null;
  /** Alias of `for`, which Angular needs. */
  htmlFor: HTMLElement | string | null;
  /** Omits `Contact support`. Attribute `hide-contact`. */
  hideContact: boolean;
}

/** `<penguin-support-button>`: a button in the page that opens the panel. */
export interface SupportButtonElement extends HTMLElement {}

/** `<penguin-kb-suggestions>`: articles below a text field of yours. */
export interface KbSuggestionsElement extends HTMLElement {
  /** The field, or its id. Attribute `for`. */
  for: HTMLElement | string | null;
  /** Alias of `for`, which Angular needs. */
  htmlFor: HTMLElement | string | null;
}

/** `<penguin-status-badge>`: the state of one integration. */
export interface StatusBadgeElement extends HTMLElement {
  /** Id or provider of the integration. Attribute `integration`. */
  integration: string;
  /** Attribute `variant`. Default `compact`. */
  variant: NonNullable<PlacedOptions['variant']>;
}

/** `<penguin-status-summary>`: how many integrations work. */
export interface StatusSummaryElement extends HTMLElement {}

/** The elements by their tag. */
export interface PenguinElements {
  'penguin-help-center': HelpCenterElement;
  'penguin-support-button': SupportButtonElement;
  'penguin-kb-suggestions': KbSuggestionsElement;
  'penguin-status-badge': StatusBadgeElement;
  'penguin-status-summary': StatusSummaryElement;
}

/**
 * The properties of each element in JSX, Vue and Svelte, in addition to the attributes of any HTML
 * element. Attributes with the same meaning work too.
 */
export type PenguinElementProps = {
  [Tag in keyof PenguinElements]: Partial<Omit<PenguinElements[Tag], keyof HTMLElement>> &
    (PenguinElements[Tag] extends { hideContact: boolean }
      ? { 'hide-contact'?: boolean | '' }
      : unknown);
};

declare global {
  interface HTMLElementTagNameMap extends PenguinElements {}
}
