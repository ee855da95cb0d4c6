/**
 * Returns the known name that takes the fewest edits to come from `name`, for “did you mean”;
 * undefined where even that one differs in more than two fifths of its letters.
 */
export function nearestOf(known: readonly string[], name: string): string | undefined {
  const [nearest] = known
    .map((one) => ({ one, edits: distance(one, name) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= name.length * 0.4 ? nearest.one : undefined;
}

/** ` Did you mean "theme"?`, or the known names where none is near. */
export function suggestion(known: readonly string[], name: string): string {
  if (known.length === 0) return ' None exist.';
  const nearest = nearestOf(known, name);
  return nearest === undefined ? ` Known are ${known.join(', ')}.` : ` Did you mean "${nearest}"?`;
}

/** Levenshtein's edit distance, capital letters alike. */
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
