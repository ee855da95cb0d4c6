import { warn } from './debug.ts';

/** Runs every clean-up, also after one that throws: the page must not fail because something of ours does. */
export function endAll(cleanUps: Iterable<() => void>): void {
  for (const cleanUp of cleanUps) {
    try {
      cleanUp();
    } catch (cause) {
      warn('A part did not end cleanly.', cause);
    }
  }
}
