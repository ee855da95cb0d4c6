import type { Team } from '../src/contract/config.ts';

/** A team that works from Monday to Friday. `isThere`: one of its shifts is under way. */
export function teamOf({ isThere }: { isThere: boolean }): Team {
  const hourMs = 3_600_000;
  const now = Date.now();
  const first = new Date(now - (now % hourMs) + (isThere ? -2 : 3) * hourMs);
  const shifts = Array.from({ length: 8 }, (_, day) => {
    const from = new Date(first);
    from.setDate(first.getDate() + day);
    return { from, to: new Date(from.getTime() + 8 * hourMs) };
  });
  return {
    answers_in: 4 * 3_600,
    shifts: shifts
      .filter(({ from }) => from.getDay() % 6 !== 0)
      .map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    people: ['Ada Lovelace', 'Ben Okri', 'Chen Wei'],
  };
}
