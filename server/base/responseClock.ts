import type { TicketStatus } from '../../src/contract/ticket.ts';
import { addBusinessTime, type BusinessHours, businessTimeBetween } from './businessHours.ts';

/**
 * The clock of a first response. It runs in working time. While it runs it has a due time, while it is paused
 * the seconds that are left.
 */
export interface ResponseClock {
  /** Null while the clock is paused. */
  dueAt: Date | null;
  /** Seconds that the team has. */
  target: number;
  /**
   * Seconds that were left when the clock was paused; null while it runs. Negative if the target was
   * shortened since.
   */
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
 * Returns the clock after a change of status, of priority (with another target) or of queue (with other
 * hours). A clock that has run out does not change: a late response cannot be postponed. `hours`: the hours
 * that it used before.
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
