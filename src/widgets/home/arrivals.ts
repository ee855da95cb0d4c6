import { effect, type ReadonlySignal, signal } from '@preact/signals-core';

/** Maximum time in milliseconds for which a screen waits for all of its parts. */
export const maxWaitMs = 1_000;

/** The parts of a screen that are shown. */
export interface Arrivals<Part> {
  /** Shown in one step, in the order of the screen. */
  first: readonly Part[];
  /** Shown below them, in the order of their arrival, until the next opening. */
  late: readonly Part[];
}

interface Sources<Part> {
  isOpen: ReadonlySignal<boolean>;
  /** The parts that can be shown, in the order of the screen. */
  available: ReadonlySignal<readonly Part[]>;
  /** Whether nothing more is expected. */
  isComplete: ReadonlySignal<boolean>;
}

/**
 * Follows what arrives for a screen, so that a part that is shown never moves. `null`: the screen
 * still waits. Returns a function that ends it.
 */
export function followArrivals<Part>(
  { isOpen, available, isComplete }: Sources<Part>,
  show: (arrivals: Arrivals<Part> | null) => void,
): () => void {
  return effect(() => {
    show(null);
    if (!isOpen.value) return;
    const isDue = signal(false);
    const timer = setTimeout(() => {
      isDue.value = true;
    }, maxWaitMs);
    let first: readonly Part[] | undefined;
    let late: readonly Part[] = [];
    const stop = effect(() => {
      const now = available.value;
      if (!isDue.value && !isComplete.value) return;
      first ??= now;
      late = [...late, ...now.filter((part) => !first?.includes(part) && !late.includes(part))];
      show({ first, late });
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  });
}
