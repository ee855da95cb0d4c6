import type { Report } from '../../src/contract/report.ts';

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Returns the number of requests in each of the 168 hours of a week, from Monday on. */
export function hoursOfWeek(hours: Report['hours']): number[] {
  const week = Array<number>(168).fill(0);
  for (const { weekday, hour, total_requests } of hours) {
    week[(weekday - 1) * 24 + hour] = total_requests;
  }
  return week;
}

/** Returns the first hour with the most requests, or undefined if there are no requests. */
export function busiestOf(week: readonly number[]): { at: number; value: number } | undefined {
  const value = Math.max(0, ...week);
  return value === 0 ? undefined : { at: week.indexOf(value), value };
}

/** Returns an hour of the week as `Monday, 9:00 to 10:00`. */
export function hourInWords(at: number): string {
  const hour = at % 24;
  return `${weekdays[Math.floor(at / 24)]}, ${hour}:00 to ${hour + 1}:00`;
}
