import { addDays, dayIn, instantIn } from '../../src/contract/zone.ts';

/** Business hours of a team: a time zone, the hours of each weekday, and days off. */
export interface BusinessHours {
  /** IANA name, such as `Europe/Madrid`. */
  time_zone: string;
  /**
   * Seven days from Monday. Each has sorted, non-overlapping intervals `[from, to]` in minutes of
   * the day. `[[540, 1080]]` is nine to six, `[[0, 1440]]` all day, `[]` closed.
   */
  week: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Days off, such as `2026-12-25`. */
  holidays: readonly string[];
}

/**
 * Number of days that are searched for an open hour. A team without one counts as open around the
 * clock.
 */
const maxDaysAhead = 400;

/**
 * Returns the moment when `ms` of working time have passed since `start`. Null hours mean around
 * the clock.
 */
export function addBusinessTime(start: Date, ms: number, hours: BusinessHours | null): Date {
  let left = ms;
  let idleDays = 0;
  for (let date = firstDay(start, hours); hours !== null && idleDays < maxDaysAhead; ) {
    const shifts = shiftsOf(date, hours);
    for (const [from, to] of shifts) {
      const begin = Math.max(from, start.getTime());
      if (to <= begin) continue;
      if (left <= to - begin) return new Date(begin + left);
      left -= to - begin;
    }
    idleDays = shifts.length > 0 ? 0 : idleDays + 1;
    date = addDays(date, 1);
  }
  return new Date(start.getTime() + ms);
}

/**
 * Returns the working time between two moments in milliseconds, or 0 if `end` is not after `start`.
 */
export function businessTimeBetween(start: Date, end: Date, hours: BusinessHours | null): number {
  if (end <= start) return 0;
  if (hours === null || hours.week.every((shifts) => shifts.length === 0)) {
    return end.getTime() - start.getTime();
  }
  let sum = 0;
  const last = dayIn(hours.time_zone, end);
  for (let date = firstDay(start, hours); date <= last; date = addDays(date, 1)) {
    for (const [from, to] of shiftsOf(date, hours)) {
      sum += Math.max(0, Math.min(to, end.getTime()) - Math.max(from, start.getTime()));
    }
  }
  return sum;
}

/** Number of days whose shifts `upcomingShifts` returns: a week, and the same weekday again. */
const shownDays = 8;

/**
 * Returns the shifts of the next eight days that have not ended, or after longer holidays, those
 * of the first working day. Returns undefined for a team that is always there.
 */
export function upcomingShifts(
  now: Date,
  hours: BusinessHours | null,
): { from: Date; to: Date }[] | undefined {
  if (hours === null || hours.week.every((shifts) => shifts.length === 0)) return undefined;
  const found: { from: Date; to: Date }[] = [];
  let date = firstDay(now, hours);
  for (let day = 0; day < (found.length > 0 ? shownDays : maxDaysAhead); day++) {
    for (const [from, to] of shiftsOf(date, hours)) {
      if (to > now.getTime()) found.push({ from: new Date(from), to: new Date(to) });
    }
    date = addDays(date, 1);
  }
  return found;
}

function firstDay(start: Date, hours: BusinessHours | null): string {
  return hours === null ? '' : dayIn(hours.time_zone, start);
}

/** Returns the working intervals of one day. */
function shiftsOf(date: string, hours: BusinessHours): [from: number, to: number][] {
  if (hours.holidays.includes(date)) return [];
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (hours.week[weekday] ?? []).map(([from, to]) => [
    instantIn(hours.time_zone, date, from).getTime(),
    instantIn(hours.time_zone, date, to).getTime(),
  ]);
}
