/**
 * Returns how many letters must be inserted, deleted, replaced or swapped with their neighbor to
 * turn one word into the other. Returns `maxDistance + 1` if it takes more than `maxDistance`,
 * which should be small.
 */
export function distance(a: string, b: string, maxDistance: number): number {
  if (a === b) return 0;
  if (maxDistance === 0 || Math.abs(a.length - b.length) > maxDistance) return maxDistance + 1;
  let same = 0;
  while (a[same] === b[same]) same += 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  const after = (ofX: number, ofY: number) => distance(x.slice(ofX), y.slice(ofY), maxDistance - 1);
  const isSwap = x.length > 1 && x[0] === y[1] && x[1] === y[0];
  return 1 + Math.min(after(1, 1), after(1, 0), after(0, 1), isSwap ? after(2, 2) : maxDistance);
}
