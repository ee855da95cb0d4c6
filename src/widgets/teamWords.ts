import type { Team } from '../contract/config.ts';
import type { I18n } from '../i18n/translator.ts';

type Shifts = NonNullable<Team['shifts']>;

const dayMs = 24 * 3_600_000;
/** Up to this many seconds, the reply time is a matter of minutes. */
const maxMinutesSeconds = 10 * 60;
/** Up to this many hours, the reply time is counted in hours. */
const maxCountedHours = 24;

/**
 * Returns what a visitor reads about the team: how soon it usually answers, or when it is back, and
 * its business hours. The times are those of the visitor's time zone.
 */
export function teamWords(team: Team, now: number, i18n: I18n): string[] {
  const { shifts } = team;
  const next = shifts?.find(({ to }) => Date.parse(to) > now);
  const isAway = next !== undefined && Date.parse(next.from) > now;
  return [
    isAway
      ? i18n.t('team.away', { time: dayAndTime(next.from, now, i18n) })
      : waitWords(team, i18n),
    shifts && weekWords(shifts, i18n.locale.value),
  ].filter((words) => words !== undefined);
}

function waitWords({ answers_in }: Team, { t, plural }: I18n): string | undefined {
  if (answers_in === undefined) return undefined;
  if (answers_in <= maxMinutesSeconds) return t('team.minutes');
  const hours = Math.ceil(answers_in / 3_600);
  return hours <= maxCountedHours
    ? plural('team.hours', hours)
    : plural('team.days', Math.ceil(hours / 24));
}

/** Returns the time, with the day unless it is today. */
function dayAndTime(iso: string, now: number, { locale }: I18n): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date(now).toDateString();
  const isFar = date.getTime() - now > 6 * dayMs; // the weekday alone would be ambiguous
  return date.toLocaleString(locale.value, {
    ...(!isToday && { weekday: 'long' }),
    ...(isFar && { day: 'numeric', month: 'long' }),
    hour: 'numeric',
    minute: '2-digit',
  });
}

/**
 * Returns the days and hours, such as `Mon – Fri, 9:00 AM – 5:00 PM`. Returns undefined if the days
 * have different hours, which one line cannot say.
 */
function weekWords(shifts: Shifts, locale: string): string | undefined {
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  /** Hours by weekday, from Monday. A weekday of next week replaces the rest of this one. */
  const week = new Map<number, { date: Date; day: string; hours: string[] }>();
  for (const shift of shifts) {
    const [from, to] = [new Date(shift.from), new Date(shift.to)];
    if (to.getTime() - from.getTime() >= dayMs) return undefined;
    const number = (from.getDay() + 6) % 7;
    const known = week.get(number);
    const day = from.toDateString();
    const hours = [...(known?.day === day ? known.hours : []), time.formatRange(from, to)];
    week.set(number, { date: from, day, hours });
  }
  const days = [...week].sort(([a], [b]) => a - b);
  const [first] = days;
  const last = days.at(-1);
  const [hours, ...others] = new Set(days.map(([, day]) => day.hours.join(', ')));
  if (!first || !last || first === last || others.length > 0) return undefined;
  if (days.length === 7) return hours;
  const isRow = last[0] - first[0] === days.length - 1;
  const names = isRow
    ? `${weekday.format(first[1].date)} – ${weekday.format(last[1].date)}`
    : new Intl.ListFormat(locale).format(days.map(([, { date }]) => weekday.format(date)));
  return `${names}, ${hours}`;
}
