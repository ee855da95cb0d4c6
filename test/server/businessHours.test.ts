import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBusinessTime,
  type BusinessHours,
  businessTimeBetween,
  upcomingShifts,
} from '../../server/base/businessHours.ts';
import { dayIn, instantIn, isTimeZone } from '../../src/contract/zone.ts';

const minuteMs = 60_000;
const hour = 60 * minuteMs;
const at = (text: string) => new Date(text);
const nineToSix = [[540, 1_080]] as const;

function office(more: Partial<BusinessHours> = {}): BusinessHours {
  const week = [...Array(5).fill(nineToSix), [], []];
  return { time_zone: 'Europe/Madrid', week, holidays: [], ...more };
}
const allDay = (time_zone: string) => office({ time_zone, week: Array(7).fill([[0, 1_440]]) });

test.each([
  // Madrid is UTC+1 in winter. 2026-01-05 is a Monday.
  ['inside of a day', '2026-01-05T09:00:00Z', 4, '2026-01-05T13:00:00Z'],
  ['to the last minute of a day', '2026-01-05T08:00:00Z', 9, '2026-01-05T17:00:00Z'],
  ['over a night', '2026-01-05T16:00:00Z', 4, '2026-01-06T11:00:00Z'],
  ['before the door opens', '2026-01-05T02:00:00Z', 1, '2026-01-05T09:00:00Z'],
  ['after it has closed', '2026-01-05T20:00:00Z', 1, '2026-01-06T09:00:00Z'],
  ['over a weekend', '2026-01-09T16:30:00Z', 1, '2026-01-12T08:30:00Z'],
  ['on a Sunday', '2026-01-11T12:00:00Z', 0.5, '2026-01-12T08:30:00Z'],
  ['over days', '2026-01-05T08:00:00Z', 20, '2026-01-07T10:00:00Z'],
  ['no time at all, while closed', '2026-01-11T12:00:00Z', 0, '2026-01-12T08:00:00Z'],
])('working time adds up %s', (_where, start, hours, end) => {
  expect(addBusinessTime(at(start), hours * hour, office())).toEqual(at(end));
});

test('days off do not count as working time, and do not extend the days around them', () => {
  const hours = office({ holidays: ['2026-12-25', '2026-12-28'] });
  expect(addBusinessTime(at('2026-12-24T16:00:00Z'), 2 * hour, hours)).toEqual(
    at('2026-12-29T09:00:00Z'),
  );
  expect(businessTimeBetween(at('2026-12-24T16:00:00Z'), at('2026-12-29T09:00:00Z'), hours)).toBe(
    2 * hour,
  );
});

test('a break at noon and a night shift until midnight are supported', () => {
  const breaks = office({
    week: Array(7).fill([
      [540, 780],
      [840, 1_080],
    ]),
  });
  expect(addBusinessTime(at('2026-01-05T11:30:00Z'), hour, breaks)).toEqual(
    at('2026-01-05T13:30:00Z'),
  );
  const night = office({
    week: Array(7).fill([
      [0, 120],
      [1_320, 1_440],
    ]),
  });
  expect(addBusinessTime(at('2026-01-05T22:00:00Z'), 2 * hour, night)).toEqual(
    at('2026-01-06T00:00:00Z'),
  );
});

test('a day that is an hour shorter or longer counts with its real length', () => {
  const early = (date: string) =>
    businessTimeBetween(
      instantIn('Europe/Madrid', date),
      instantIn('Europe/Madrid', date, 1_440),
      office({ week: Array(7).fill([[60, 300]]) }),
    ) / hour;
  expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(early)).toEqual([4, 3, 5]);
  const day = (date: string, zone: string) =>
    (instantIn(zone, date, 1_440).getTime() - instantIn(zone, date).getTime()) / hour;
  expect(day('2026-03-29', 'Europe/Madrid')).toBe(23);
  expect(day('2026-11-01', 'America/New_York')).toBe(25);
  expect(day('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5);
  expect(addBusinessTime(at('2026-03-28T12:00:00Z'), 24 * hour, allDay('Europe/Madrid'))).toEqual(
    at('2026-03-29T12:00:00Z'),
  );
});

test('a skipped local time continues after the change, and the first of two equal times counts', () => {
  expect(instantIn('Europe/Madrid', '2026-03-29', 150)).toEqual(at('2026-03-29T01:30:00Z'));
  expect(instantIn('Europe/Madrid', '2026-10-25', 150)).toEqual(at('2026-10-25T00:30:00Z'));
  // In Chile, midnight is skipped.
  expect(dayIn('America/Santiago', instantIn('America/Santiago', '2026-09-06'))).toBe('2026-09-06');
  expect(instantIn('America/Santiago', '2026-09-06')).toEqual(at('2026-09-06T04:00:00Z'));
});

test('zones far from UTC have their own dates', () => {
  const now = at('2026-01-05T10:30:00Z');
  expect(dayIn('Pacific/Kiritimati', now)).toBe('2026-01-06');
  expect(dayIn('Pacific/Pago_Pago', now)).toBe('2026-01-04');
  const kathmandu = office({ time_zone: 'Asia/Kathmandu' });
  expect(addBusinessTime(at('2026-01-05T00:00:00Z'), hour, kathmandu)).toEqual(
    at('2026-01-05T04:15:00Z'),
  );
});

test('around the clock, and a team that never works, count plain time', () => {
  const never = office({ week: Array(7).fill([]) });
  for (const hours of [null, never]) {
    const start = at('2026-01-10T00:00:00Z');
    expect(addBusinessTime(start, 5 * hour, hours)).toEqual(at('2026-01-10T05:00:00Z'));
    expect(businessTimeBetween(start, at('2026-01-10T05:00:00Z'), hours)).toBe(5 * hour);
  }
});

test('the time between two moments equals the time that was added', () => {
  const zones = ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
  const moment = fc.date({ min: at('2026-01-01'), max: at('2027-12-31'), noInvalidDate: true });
  const given = fc.record({
    start: moment,
    minutes: fc.nat(10_000),
    zone: fc.constantFrom(...zones),
  });
  fc.assert(
    fc.property(given, ({ start, minutes, zone }) => {
      const hours = office({ time_zone: zone, holidays: ['2026-03-27', '2026-12-25'] });
      const end = addBusinessTime(start, minutes * minuteMs, hours);
      expect(businessTimeBetween(start, end, hours)).toBe(minutes * minuteMs);
      const half = addBusinessTime(start, (minutes * minuteMs) / 2, hours);
      expect(addBusinessTime(half, (minutes * minuteMs) / 2, hours)).toEqual(end);
    }),
    { numRuns: 200 },
  );
});

test('names of time zones are recognized', () => {
  expect(['UTC', 'Europe/Madrid', 'Etc/GMT+5'].every(isTimeZone)).toBe(true);
  const wrong = ['', '+02:00', 'Mars/Base', 'Europe/Madrid; drop', '../UTC', 'x'.repeat(99)];
  expect(wrong.filter(isTimeZone)).toEqual([]);
});

test('the next shifts begin with the current one, and reach the same weekday again', () => {
  const shifts = upcomingShifts(at('2026-01-07T10:00:00Z'), office());
  expect(shifts?.map(({ from }) => from.toISOString().slice(8, 10))).toEqual(
    ['07', '08', '09', '12', '13', '14'], // from Wednesday to Wednesday
  );
  expect(shifts?.[0]).toEqual({ from: at('2026-01-07T08:00:00Z'), to: at('2026-01-07T17:00:00Z') });
});

test('after a shift has ended, or during long holidays, the next shift is the first', () => {
  const holidays = Array.from(
    { length: 27 },
    (_, day) => `2026-01-${String(day + 5).padStart(2, '0')}`,
  );
  const hours = office({ holidays });
  expect(upcomingShifts(at('2026-01-02T17:00:00Z'), hours)).toEqual([
    { from: at('2026-02-02T08:00:00Z'), to: at('2026-02-02T17:00:00Z') },
  ]);
});

test('a team without hours, or without a working day, has no shifts', () => {
  expect(upcomingShifts(at('2026-01-07T10:00:00Z'), null)).toBeUndefined();
  expect(
    upcomingShifts(at('2026-01-07T10:00:00Z'), office({ week: Array(7).fill([]) })),
  ).toBeUndefined();
});
