import type { Priority } from '../src/contract/ticket.ts';

/** When a customer may expect the first answer. The first rule that fits wins, else `minutes`. */
export interface FirstResponse {
  minutes: number;
  rules: readonly { priority?: Priority; tier?: string; minutes: number }[];
}

export const defaultFirstResponse: FirstResponse = { minutes: 240, rules: [] };

/** The moment by which a ticket made at `created` should have its first answer. */
export function firstResponseDue(
  target: FirstResponse,
  ticket: { priority: Priority; customerTier?: string | undefined },
  created: Date,
): Date {
  const rule = target.rules.find(
    ({ priority, tier }) =>
      (priority === undefined || priority === ticket.priority) &&
      (tier === undefined || tier === ticket.customerTier),
  );
  return new Date(created.getTime() + (rule ?? target).minutes * 60_000);
}
