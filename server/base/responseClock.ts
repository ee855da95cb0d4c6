import type { TicketStatus } from '../../src/contract/ticket.ts';
import { addBusinessTime, type BusinessHours, businessTimeBetween } from './businessHours.ts';

/**
 * The response clock of a ticket, in working time. A running clock has a due time; a paused clock
 * has the seconds that are left.
 */
export interface ResponseClock {
  /** Null while the clock is paused. */
  dueAt: Date | null;
  /** Target in seconds. */
  target: number;
  /**
   * Seconds that were left when the clock was paused; null while it runs. Negative if the target
   * was shortened in the meantime.
   */
  left: number | null;
}

/** Statuses in which the team does not have to act. */
const standing: readonly TicketStatus[] = ['pending', 'on_hold', 'resolved'];

export function startClock(target: number, hours: BusinessHours | null, now: Date): ResponseClock {
  return { dueAt: addBusinessTime(now, target * 1_000, hours), target, left: null };
}

export interface Turn {
  status: TicketStatus;
  /** New target in seconds. */
  target: number;
  /** New business hours. Default: unchanged. */
  newHours?: BusinessHours | null | undefined;
}

/**
 * Returns the clock after a change of status, priority (which changes the target) or queue (which
 * changes the hours). A clock that has run out does not change, because a late response cannot be
 * postponed. `hours`: the previous hours.
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
