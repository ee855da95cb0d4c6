const dayMs = 24 * 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** Returns true for an IANA time zone that this process knows. Plain offsets are not accepted, because other systems read them differently. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(zone)) return false;
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** Returns the local time of a zone, encoded as UTC milliseconds. */
function wallTime(zone: string, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minute, second);
}

/** Returns how many seconds a zone is ahead of UTC. */
export function offsetIn(zone: string, at: Date): number {
  const whole = Math.floor(at.getTime() / 1_000) * 1_000;
  return (wallTime(zone, whole) - whole) / 1_000;
}

/** Returns the local date in a zone, such as `2026-03-29`. */
export function dayIn(zone: string, at: Date): string {
  return new Date(wallTime(zone, at.getTime())).toISOString().slice(0, 10);
}

/** Adds days to a date. The number can be negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * Returns the moment at which the local time in a zone is `minutes` after midnight. For a time that
 * occurs twice, it returns the first. A time that is skipped continues from the time before it,
 * like clocks do.
 */
export function instantIn(zone: string, date: string, minutes = 0): Date {
  const localTime = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const offsetAt = (at: number) => wallTime(zone, at) - at;
  const [before, after] = [
    localTime - offsetAt(localTime - dayMs),
    localTime - offsetAt(localTime + dayMs),
  ];
  const matching = [before, after].filter((at) => wallTime(zone, at) === localTime);
  return new Date(matching.length > 0 ? Math.min(...matching) : before);
}
