import * as z from 'zod/mini';

/** A date as front matter writes it, also as `{ date }`. */
const Written = z.union([z.string(), z.number(), z.date(), z.object({ date: z.string() })]);

/** Returns the date of a value of front matter, or undefined if it has none. */
export function readDate(value: unknown): Date | undefined {
  const { success, data } = z.safeParse(Written, value);
  if (!success) return undefined;
  const date = new Date(typeof data === 'object' && 'date' in data ? data.date : data);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
