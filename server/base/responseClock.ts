import type { TicketStatus } from '../../src/contract/ticket.ts';
import { addBusinessTime, type BusinessHours, businessTimeBetween } from './businessHours.ts';

/** The clock of a first answer. It runs in working time, and either has a moment or what is left. */
export interface ResponseClock {
  /** Null while it stands still. */
  dueAt: Date | null;
  /** Seconds that the team has. */
  target: number;
  /** Seconds that were left when it stood still; null while it runs. Below zero after the target shrank. */
  left: number | null;
}

/** It is not the team's turn. */
const standing: readonly TicketStatus[] = ['pending', 'on_hold', 'resolved'];

export function startClock(target: number, hours: BusinessHours | null, now: Date): ResponseClock {
  return { dueAt: addBusinessTime(now, target * 1_000, hours), target, left: null };
}

export interface Turn {
  status: TicketStatus;
  /** Seconds. */
  target: number;
  /** Business hours from now on. Default: unchanged. */
  newHours?: BusinessHours | null | undefined;
}

/**
 * The clock after a ticket has got a status, a priority with another target, or a queue with other hours.
 * A clock that has run out stays as it is: what is late cannot be put off. `hours`: those that it ran by.
 */
export function turnClock(
  clock: ResponseClock,
  { status, target, newHours }: Turn,
  hours: BusinessHours | null,
  now: Date,
): ResponseClock {
  const { dueAt } = clock;
  if (dueAt !== null && dueAt <= now) return clock;
  const stands = standing.includes(status);
  const isMoved = newHours !== undefined && newHours !== hours;
  if (target === clock.target && stands === (dueAt === null) && !isMoved) return clock;
  const remaining =
    dueAt === null
      ? (clock.left ?? clock.target)
      : Math.round(businessTimeBetween(now, dueAt, hours) / 1_000);
  const left = remaining + target - clock.target;
  if (stands) return { dueAt: null, target, left };
  const upcomingHours = newHours === undefined ? hours : newHours;
  return { ...startClock(Math.max(0, left), upcomingHours, now), target };
}
