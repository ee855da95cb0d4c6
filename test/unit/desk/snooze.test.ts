import { expect, test } from 'vitest';
import { morningOf, snoozeChoices, untilInWords } from '../../../desk/model/snooze.ts';

const choices = (now: string, zone: string) =>
  snoozeChoices(new Date(now), zone).map(({ id, until }) => [id, until.toISOString()]);

test('times are in the time zone of the account', () => {
  // A Thursday.
  expect(choices('2026-03-26T08:10:00Z', 'Europe/Madrid')).toEqual([
    ['later', '2026-03-26T11:00:00.000Z'],
    ['tomorrow', '2026-03-27T08:00:00.000Z'],
    ['monday', '2026-03-30T07:00:00.000Z'], // after the clock change
  ]);
  expect(choices('2026-03-26T23:30:00Z', 'Asia/Tokyo')[1]).toEqual([
    'tomorrow',
    '2026-03-28T00:00:00.000Z',
  ]);
});

test('late in the day there is no choice for the same day, and on a Monday the next Monday is a week away', () => {
  expect(choices('2026-03-30T20:30:00Z', 'UTC')).toEqual([
    ...[['later', '2026-03-30T23:00:00.000Z']],
    ['tomorrow', '2026-03-31T09:00:00.000Z'],
    ['monday', '2026-04-06T09:00:00.000Z'],
  ]);
  expect(choices('2026-03-29T22:00:00Z', 'UTC').map(([id]) => id)).toEqual(['tomorrow', 'monday']);
});

test('a date means nine in the morning, and is shown in the zone', () => {
  const at = morningOf('2026-12-24', 'America/New_York');
  expect(at.toISOString()).toBe('2026-12-24T14:00:00.000Z');
  expect(untilInWords(at.toISOString(), 'America/New_York')).toBe('Thu 24 Dec, 09:00');
});
