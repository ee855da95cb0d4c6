import * as z from 'zod/mini';

/** A date as front matter writes it, also as `{ date }`. */
const Written = z.union([z.string(), z.number(), z.date(), z.object({ date: z.string() })]);

/** Returns the date of a value of front matter, or undefined if it has none. */
export function readDate(value: unknown): Date | undefined {
  const { success, data } = z.safeParse(Written, value);
  if (!success) return undefined;
  const written = typeof data === 'object' && 'date' in data ? data.date : data;
  const date = new Date(typeof written === 'number' ? ofNumber(written) : written);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Reads a year, a date such as 20240131, or the seconds or milliseconds since 1970. */
function ofNumber(value: number): number | string {
  if (value < 10_000) return `${value}`;
  if (value < 1e8) return `${value}`.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return value < 1e11 ? value * 1000 : value;
}
