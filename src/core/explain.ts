import { warnOnce } from './debug.ts';

/**
 * Writes a mistake of the page to the console, once. The sentences load when there is one: pages that
 * make none do not pay for them.
 */
export function explain(
  compose: (sentences: typeof import('./mistakes.ts')) => string,
  cause?: unknown,
): void {
  import('./mistakes.ts').then(
    (sentences) => warnOnce(compose(sentences), cause),
    () => {}, // nothing but the explanation is missing
  );
}

/** Whether a name is among those known; one that is not is named in the console, with the nearest. */
export function isKnownName(what: string, known: readonly string[], name: unknown): boolean {
  const isKnown = known.some((one) => one === name);
  if (!isKnown) explain(({ unknownName }) => unknownName(what, known, name));
  return isKnown;
}
