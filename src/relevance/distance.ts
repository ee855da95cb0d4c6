/**
 * Letters to put in, leave out, replace, or swap with their neighbor to make one word of another;
 * `most + 1` where it takes more than `most`, which should be small.
 */
export function distance(a: string, b: string, maxDistance: number): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  if (same === a.length && same === b.length) return 0;
  if (maxDistance === 0 || Math.abs(a.length - b.length) > maxDistance) return maxDistance + 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  const after = (ofX: number, ofY: number) => distance(x.slice(ofX), y.slice(ofY), maxDistance - 1);
  const isSwap = x.length > 1 && x[0] === y[1] && x[1] === y[0];
  return 1 + Math.min(after(1, 1), after(1, 0), after(0, 1), isSwap ? after(2, 2) : maxDistance);
}
