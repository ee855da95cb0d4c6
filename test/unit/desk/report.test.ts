import { expect, test } from 'vitest';
import { lastDays, periodBefore, spanInWords } from '../../../desk/model/report.ts';

test('a period is compared with the previous one of the same length', () => {
  const period = lastDays('2026-03-31', 30);
  expect(period).toEqual({ from: '2026-03-02', to: '2026-03-31' });
  expect(periodBefore(period)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
});

test('durations use a suitable unit', () => {
  expect([spanInWords(90), spanInWords(9_000), spanInWords(259_200), spanInWords(null)]).toEqual([
    '1.5 min',
    '2.5 hr',
    '3 days',
    '–',
  ]);
});
