/** The known name that takes the fewest edits to come from `name`; for “did you mean”. */
export function nearestOf(known: readonly string[], name: string): string {
  return known.reduce(
    (best, one) => (distance(one, name) < distance(best, name) ? one : best),
    known[0] ?? '',
  );
}

/** Levenshtein's edit distance, capital letters alike. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
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
