/**
 * Returns the known name with the smallest edit distance to `name`, for “did you mean”. Returns
 * undefined if it differs in more than two fifths of its letters.
 */
export function nearestOf(known: readonly string[], name: string): string | undefined {
  const [nearest] = known
    .map((one) => ({ one, edits: distance(one, name) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= name.length * 0.4 ? nearest.one : undefined;
}

/** Returns ` Did you mean "theme"?`, or the list of known names if none is similar. */
export function suggestion(known: readonly string[], name: string): string {
  if (known.length === 0) return ' None exist.';
  const nearest = nearestOf(known, name);
  return nearest === undefined ? ` Known are ${known.join(', ')}.` : ` Did you mean "${nearest}"?`;
}

/** Returns the attribute of the script tag for an option: `data-api-key` for `apiKey`. */
export function attributeOf(option: string): string {
  return `data-${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Returns the Levenshtein distance, ignoring case. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let row = [...new Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
