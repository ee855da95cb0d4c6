import type { Priority } from '../../src/contract/ticket.ts';

/** Targets of the first response. The first matching rule applies, otherwise `minutes`. */
export interface FirstResponse {
  minutes: number;
  rules: readonly { priority?: Priority; tier?: string; minutes: number }[];
}

export const defaultFirstResponse: FirstResponse = { minutes: 240, rules: [] };

/**
 * Returns the target for a ticket in seconds of working time. `tier`: only a signed tier counts.
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
