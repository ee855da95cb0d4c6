import { effect, type Signal, signal, untracked } from '@preact/signals-core';
import type { Feature } from './featureNames.ts';

/** The feature of each placed widget. */
export const featureOf = {
  supportButton: 'supportButton',
  helpCenter: 'helpCenter',
  suggestions: 'kbSuggestions',
  statusBadge: 'integrationStatus',
  statusSummary: 'integrationStatus',
} as const satisfies Record<string, Feature>;

/** A widget that a page can place in one of its elements. */
export type PlacedName = keyof typeof featureOf;

/**
 * The key of a feature flag, with the default while flags load or if they are missing. Default:
 * shown.
 */
export type Flag = string | { key: string; default?: boolean };

export type Flags = { readonly [Name in Feature]?: Flag };

/** The visible features of the widget. */
export interface Features {
  /** Values of the flags. A feature without a flag has its default. */
  fromFlags: Signal<{ [Name in Feature]?: boolean | undefined }>;
  /** Returns whether a feature is visible. Reads signals. */
  isShown(feature: Feature): boolean;
  /**
   * Runs `show` whenever the feature is visible. `show` returns its cleanup. Returns a function
   * that ends it.
   */
  whileShown(feature: Feature, show: () => () => void): () => void;
}

export function createFeatures(flags: Flags = {}): Features {
  const fromFlags: Features['fromFlags'] = signal({});
  const isShown = (feature: Feature) =>
    fromFlags.value[feature] ?? Object(flags[feature]).default !== false;
  return {
    fromFlags,
    isShown,
    whileShown: (feature, show) =>
      effect(() => {
        if (isShown(feature)) return untracked(show);
      }),
  };
}
