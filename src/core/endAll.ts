import { warn } from './debug.ts';

/** Runs every clean-up, also after one that throws: an error of ours must not break the page. */
export function endAll(cleanUps: Iterable<() => void>): void {
  for (const cleanUp of cleanUps) {
    try {
      cleanUp();
    } catch (cause) {
      warn('A part did not end cleanly.', cause);
    }
  }
}
