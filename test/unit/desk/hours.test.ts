import { expect, test } from 'vitest';
import { busiestOf, hourInWords, hoursOfWeek } from '../../../desk/model/hours.ts';

test('a week has its 168 hours, and the first of the busiest is named', () => {
  const week = hoursOfWeek([
    { weekday: 1, hour: 9, total_requests: 2 },
    { weekday: 7, hour: 23, total_requests: 5 },
  ]);
  expect(week).toHaveLength(168);
  expect(week.reduce((sum, value) => sum + value, 0)).toBe(7);
  const busiest = busiestOf(week);
  expect(busiest).toEqual({ at: 167, value: 5 });
  expect(hourInWords(167)).toBe('Sunday, 23:00 to 24:00');
  expect(hourInWords(9)).toBe('Monday, 9:00 to 10:00');
});

test('a week without a request has no busiest hour', () => {
  expect(busiestOf(hoursOfWeek([]))).toBeUndefined();
});
