import { PenguinMailsError } from '../baseError.ts';
import { warnOnce } from './debug.ts';

/**
 * Listeners that receive mistakes in addition to the console: `onError` of every instance on the
 * page.
 */
export const mistakeListeners = new Set<(mistake: PenguinMailsError) => void>();

/**
 * Writes a mistake of the page to the console and passes it to `onError`, once. The messages load
 * only when there is a mistake. An empty message is ignored.
 */
export function explain(
  compose: (sentences: typeof import('./mistakes.ts')) => string,
  cause?: unknown,
): void {
  import('./mistakes.ts').then(
    (sentences) => {
      const message = compose(sentences);
      if (!message || !warnOnce(message, cause)) return;
      const { code = 'MISTAKE' } = cause instanceof PenguinMailsError ? cause : {};
      const mistake = new PenguinMailsError(message, { code, cause });
      for (const listener of mistakeListeners) listener(mistake);
    },
    () => {}, // only the explanation is missing
  );
}

/**
 * Returns whether a name is known. An unknown one is reported in the console with the most similar
 * known name.
 */
export function isKnownName(what: string, known: readonly string[], name: unknown): boolean {
  const isKnown = known.some((one) => one === name);
  if (!isKnown) explain(({ unknownName }) => unknownName(what, known, name));
  return isKnown;
}
