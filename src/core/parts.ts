import { effect, type Signal, signal, untracked } from '@preact/signals-core';

/** The features that a flag can show or hide. */
export type Part = 'supportButton' | 'helpCenter' | 'kbSuggestions' | 'integrationStatus';

/** The part that each placed widget is. */
export const partOf = {
  supportButton: 'supportButton',
  helpCenter: 'helpCenter',
  suggestions: 'kbSuggestions',
  statusBadge: 'integrationStatus',
  statusSummary: 'integrationStatus',
} as const satisfies Record<string, Part>;

/** A widget that a page can place in an element of its own. */
export type PlacedName = keyof typeof partOf;

/** A key of a feature flag, with what holds until flags come and where they do not. Default: shown. */
export type Flag = string | { key: string; default?: boolean };

export type Flags = { readonly [Name in Part]?: Flag };

/** The features of the widget that are shown. */
export interface Parts {
  /** Values of the flags; features without a flag have their default. */
  fromFlags: Signal<{ [Name in Part]?: boolean | undefined }>;
  /** Reads signals. */
  isShown(part: Part): boolean;
  /** Runs `show` whenever the part is to be seen; what that returns takes it away. Returns how to end it. */
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
