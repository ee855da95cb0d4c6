import type { Priority } from '../../src/contract/ticket.ts';

/** Targets of the first response. The first matching rule wins, else `minutes`. */
export interface FirstResponse {
  minutes: number;
  rules: readonly { priority?: Priority; tier?: string; minutes: number }[];
}

export const defaultFirstResponse: FirstResponse = { minutes: 240, rules: [] };

/**
 * Seconds of working time that the team has for a ticket. `tier`: only a signed one counts; a tier that the
 * page states does not.
 */
export function firstResponseSeconds(
  target: FirstResponse,
  ticket: { priority: Priority; tier?: string | null | undefined },
): number {
  const rule = target.rules.find(
    ({ priority, tier }) =>
      (priority === undefined || priority === ticket.priority) &&
      (tier === undefined || tier === ticket.tier),
  );
  return Math.round((rule ?? target).minutes * 60);
}
