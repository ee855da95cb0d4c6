import { sql, type Transaction } from 'kysely';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';

export interface Allowance {
  kind: string;
  /** What it is counted for. It is stored as a hash. */
  subject: string;
  limit: number;
  /** Windows begin at full multiples of their length. */
  windowHours: number;
}

/**
 * Takes one of what the account of the transaction allows in a window of time, counted for all processes
 * together. False when none is left.
 */
export async function takeAllowance(
  trx: Transaction<Schema>,
  tenantId: string,
  { kind, subject, limit, windowHours }: Allowance,
): Promise<boolean> {
  const hash = digest(`${tenantId} ${kind} ${subject}`);
  const { rows } = await sql<{ taken: boolean }>`
    select support.take_allowance(${kind}, ${hash}, ${limit}, ${windowHours}) as taken`.execute(
    trx,
  );
  return rows[0]?.taken ?? false;
}
