import { offsetIn } from '../../src/contract/zone.ts';

/** Seconds that a zone is ahead of UTC, from a moment on. */
export interface Offset {
  from: Date;
  seconds: number;
}

/** The offsets of a zone between the beginnings of days, the first one first. */
export function offsetsOf(zone: string, bounds: readonly Date[]): Offset[] {
  const offsets: Offset[] = [];
  let before: Date | undefined;
  for (const bound of bounds) {
    const seconds = offsetIn(zone, bound);
    if (seconds !== offsets.at(-1)?.seconds) {
      offsets.push({ from: before ? changeBetween(zone, before, bound) : bound, seconds });
    }
    before = bound;
  }
  return offsets;
}

/** The moment within a day at which the clocks change. */
function changeBetween(zone: string, before: Date, after: Date): Date {
  const seconds = offsetIn(zone, after);
  let [low, high] = [before.getTime(), after.getTime()];
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (offsetIn(zone, new Date(middle)) === seconds) high = middle;
    else low = middle;
  }
  return new Date(high);
}
