import { effect, type Signal, signal, untracked } from '@preact/signals-core';

/** The features that a flag can show or hide. */
export type Part = 'supportButton' | 'helpCenter' | 'kbSuggestions' | 'integrationStatus';

/** The feature of each placed widget. */
export const partOf = {
  supportButton: 'supportButton',
  helpCenter: 'helpCenter',
  suggestions: 'kbSuggestions',
  statusBadge: 'integrationStatus',
  statusSummary: 'integrationStatus',
} as const satisfies Record<string, Part>;

/** A widget that a page can place in one of its elements. */
export type PlacedName = keyof typeof partOf;

/**
 * The key of a feature flag, with the default while flags load or if they are missing. Default:
 * shown.
 */
export type Flag = string | { key: string; default?: boolean };

export type Flags = { readonly [Name in Part]?: Flag };

/** The visible features of the widget. */
export interface Parts {
  /** Values of the flags. A feature without a flag has its default. */
  fromFlags: Signal<{ [Name in Part]?: boolean | undefined }>;
  /** Returns whether a feature is visible. Reads signals. */
  isShown(part: Part): boolean;
  /**
   * Runs `show` whenever the feature is visible. `show` returns its cleanup. Returns a function
   * that ends it.
   */
  whileShown(part: Part, show: () => () => void): () => void;
}

export function createParts(flags: Flags = {}): Parts {
  const fromFlags: Parts['fromFlags'] = signal({});
  const isShown = (part: Part) => fromFlags.value[part] ?? Object(flags[part]).default !== false;
  return {
    fromFlags: fromFlags,
    isShown,
    whileShown: (part, show) =>
      effect(() => {
        if (isShown(part)) return untracked(show);
      }),
  };
}
