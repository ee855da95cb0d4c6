import type { Kysely } from 'kysely';
import type { Team } from '../../src/contract/config.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { type BusinessHours, businessTimeBetween } from '../base/businessHours.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { listRecentAnswers, type RecentAnswer } from '../queries/recentAnswers.ts';
import type { Tenant } from '../queries/tenants.ts';
import { cacheReads } from './readCache.ts';

/** The agents who answer, and how fast the team is. */
export type TeamFigures = Pick<Team, 'answers_in' | 'people'>;

export type ReadTeam = (tenantId: string, mode: KeyMode) => Promise<TeamFigures>;

const maxTeams = 1_000;
const maxAgeMs = 90 * 24 * 3_600_000;
/** Number of responses that the median is made of. */
const maxAnswers = 100;
/** With fewer responses, a single one would decide the median. */
const minAnswers = 5;
const maxPeople = 3;

/**
 * Caches the figures of teams for `forMs`. They change slowly, and every visitor who opens the panel
 * requests them.
 */
export function cacheTeams(
  db: Kysely<Schema>,
  readAccount: (tenantId: string) => Promise<Tenant>,
  forMs: number,
): ReadTeam {
  async function find(tenantId: string, mode: KeyMode): Promise<TeamFigures> {
    const { business_hours } = await readAccount(tenantId);
    const answers = await inScope(
      db,
      { actor: 'agent', tenantId, writer: 'key', mode },
      (trx) => listRecentAnswers(trx, { since: new Date(Date.now() - maxAgeMs), max: maxAnswers }),
      { isOneStatement: true },
    );
    return figuresOf(answers, business_hours);
  }
  const modes = {
    live: cacheReads((id) => find(id, 'live'), { max: maxTeams, forMs }),
    test: cacheReads((id) => find(id, 'test'), { max: maxTeams, forMs }),
  };
  return async (tenantId, mode) => (await modes[mode].read(tenantId)) ?? {};
}

/** Returns the median of the business time, and the agents of the newest responses. */
export function figuresOf(
  answers: readonly RecentAnswer[],
  hours: BusinessHours | null,
): TeamFigures {
  const people = [...new Set(answers.flatMap(({ by }) => by ?? []))].slice(0, maxPeople);
  const seconds = answers
    .map((answer) => {
      const end = new Date(answer.asked.getTime() + answer.seconds * 1_000);
      return businessTimeBetween(answer.asked, end, hours) / 1_000;
    })
    .sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)];
  return {
    ...(seconds.length >= minAnswers && { answers_in: median }),
    ...(people.length > 0 && { people }),
  };
}
