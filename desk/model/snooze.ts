import { addDays, dayIn, instantIn } from '../../src/contract/zone.ts';

export interface SnoozeChoice {
  id: string;
  name: string;
  until: Date;
}

const hourMs = 3_600_000;
/** Minutes after midnight. */
const morningMinutes = 9 * 60;

/**
 * Returns the times until which a request can be snoozed, in the time zone of the account. Late in
 * the day there is no choice for the same day.
 */
export function snoozeChoices(now: Date, zone: string): SnoozeChoice[] {
  const today = dayIn(zone, now);
  const later = new Date(Math.ceil((now.getTime() + 2.5 * hourMs) / hourMs) * hourMs);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const choices = [
    { id: 'tomorrow', name: 'Tomorrow, 9:00', until: morningOf(addDays(today, 1), zone) },
    { id: 'monday', name: 'Next Monday, 9:00', until: morningOf(addDays(today, toMonday), zone) },
  ];
  if (dayIn(zone, later) !== today) return choices;
  return [{ id: 'later', name: `Later today, ${hourIn(zone, later)}`, until: later }, ...choices];
}

/** Returns nine in the morning of a day such as `2026-03-29`. */
export const morningOf = (day: string, zone: string): Date => instantIn(zone, day, morningMinutes);

/** Returns the first day that can be chosen. */
export const tomorrowIn = (zone: string, now: Date): string => addDays(dayIn(zone, now), 1);

const hourIn = (timeZone: string, at: Date) =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' });

/** Returns the end of a snooze, such as `Mon 30 Nov, 09:00`. */
export function untilInWords(iso: string, timeZone: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
