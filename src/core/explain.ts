/**
 * Writes a mistake of the page to the console and passes it to `onError`, once. The messages load
 * only when there is a mistake. An empty message is ignored.
 */
export function explain(
  compose: (sentences: typeof import('./mistakes.ts')) => string,
  cause?: unknown,
): void {
  import('./mistakes.ts').then(
    (sentences) => sentences.reportMistake(compose(sentences), cause),
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
