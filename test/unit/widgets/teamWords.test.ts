import { expect, it } from 'vitest';
import { teamWords } from '../../../src/widgets/teamWords.ts';
import { createTestContext } from '../../support/fakes.ts';

/** A time of the visitor's zone. 2026-11-02 is a Monday. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour);
const shift = (day: number, from = 9, to = 17) => ({
  from: at(day, from).toISOString(),
  to: at(day, to).toISOString(),
});
const week = [2, 3, 4, 5, 6, 9].map((day) => shift(day));

function words(team: Parameters<typeof teamWords>[0], now = at(2, 12)): string {
  return teamWords(team, now.getTime(), createTestContext({ api: null }).i18n)
    .join(' · ')
    .replaceAll(/[\u2009\u202f]/g, ' ');
}

it.each([
  [0, 'We usually answer within minutes'],
  [600, 'We usually answer within minutes'],
  [601, 'We usually answer within an hour'],
  [3 * 3_600 + 1, 'We usually answer within 4 hours'],
  [24 * 3_600, 'We usually answer within 24 hours'],
  [24 * 3_600 + 1, 'We usually answer within 2 days'],
])('says how soon the team usually answers: %i seconds', (answers_in, sentence) => {
  expect(words({ answers_in })).toBe(sentence);
});

it('adds the days and hours, in the time zone of the visitor', () => {
  expect(words({ answers_in: 3_600, shifts: week })).toBe(
    'We usually answer within an hour · Mon – Fri, 9:00 AM – 5:00 PM',
  );
});

it('says when the team is back instead of how soon it answers', () => {
  const team = { answers_in: 3_600, shifts: week.slice(1) };
  expect(words(team, at(2, 20))).toBe(
    'We’re away until Tuesday 9:00 AM · Mon – Fri, 9:00 AM – 5:00 PM',
  );
  expect(words(team, at(3, 7))).toMatch(/^We’re away until 9:00 AM · /);
});

it('names the date when the team is away for long', () => {
  expect(words({ shifts: [shift(20)] })).toBe('We’re away until Friday, November 20 at 9:00 AM');
});

it('lists days that do not follow each other, and the shifts of a day', () => {
  const shifts = [2, 4, 5].flatMap((day) => [shift(day, 9, 12), shift(day, 14, 18)]);
  expect(words({ shifts }, at(2, 10))).toBe(
    'Mon, Wed, and Thu, 9:00 AM – 12:00 PM, 2:00 – 6:00 PM',
  );
});

it('shows the whole hours of a weekday, not only those that remain', () => {
  const shifts = [
    shift(2, 14, 18),
    ...[3, 9].flatMap((day) => [shift(day, 9, 12), shift(day, 14, 18)]),
  ];
  expect(words({ shifts }, at(2, 15))).toBe('Mon – Tue, 9:00 AM – 12:00 PM, 2:00 – 6:00 PM');
});

it('shows no hours that one line cannot say', () => {
  expect(words({ shifts: [shift(2), shift(3, 9, 12)] })).toBe('');
  expect(words({ shifts: [shift(2, 0, 24), shift(3, 0, 24)] })).toBe('');
});

it('says nothing if nothing is known', () => {
  expect(words({ people: ['Ada'] })).toBe('');
});
