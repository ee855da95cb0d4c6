import { PenguinMailsError } from '../baseError.ts';
import { warnOnce } from './debug.ts';

/** Where mistakes are reported besides the console: `onError` of every instance on the page. */
export const mistakeListeners = new Set<(mistake: PenguinMailsError) => void>();

/**
 * Writes a mistake of the page to the console and hands it to `onError`, once. The sentences load when there is one: pages that
 * make none do not pay for them.
 */
export function explain(
  compose: (sentences: typeof import('./mistakes.ts')) => string,
  cause?: unknown,
): void {
  import('./mistakes.ts').then(
    (sentences) => {
      const message = compose(sentences);
      if (!warnOnce(message, cause)) return;
      const { code = 'MISTAKE' } = cause instanceof PenguinMailsError ? cause : {};
      const mistake = new PenguinMailsError(message, { code, cause });
      for (const listener of mistakeListeners) listener(mistake);
    },
    () => {}, // nothing but the explanation is missing
  );
}

/** Whether a name is among those known; one that is not is named in the console, with the nearest. */
export function isKnownName(what: string, known: readonly string[], name: unknown): boolean {
  const isKnown = known.some((one) => one === name);
  if (!isKnown) explain(({ unknownName }) => unknownName(what, known, name));
  return isKnown;
}
