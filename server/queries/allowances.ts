import { type RawBuilder, sql } from 'kysely';
import { digest } from '../base/digest.ts';

export interface Allowance {
  kind: string;
  /** The subject that is counted. It is stored as a hash. */
  subject: string;
  limit: number;
  /** Windows begin at full multiples of their length. */
  windowHours: number;
}

/**
 * Takes one of what an account allows in a window of time, counted for all processes together. False
 * when none is left. Part of a statement in a transaction of the account.
 */
export function takeAllowance(
  tenantId: string,
  { kind, subject, limit, windowHours }: Allowance,
): RawBuilder<boolean> {
  const hash = digest(`${tenantId} ${kind} ${subject}`);
  return sql<boolean>`support.take_allowance(${kind}, ${hash}, ${limit}, ${windowHours})`;
}
