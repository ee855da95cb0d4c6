import { type RawBuilder, sql, type Transaction } from 'kysely';
import { digest } from '../base/digest.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

export interface Allowance {
  kind: string;
  /** The subject that is counted. It is stored as a hash. */
  subject: string;
  limit: number;
  /** Windows begin at full multiples of their length. */
  windowHours: number;
}

/** `after`: the allowance is only used if a unit of that kind was left. */
type AllowanceRequest = Allowance & { after?: string };

/** The only kind with a window of 30 days: the written answers of an account. */
export const monthlyAllowance = 'written answer';

/**
 * Uses up one unit of each of an account's allowances, in their order. Each allowance has a limit
 * per time window, which all processes share. An exhausted allowance is not written, so that a flood of requests neither
 * locks nor adds rows.
 *
 * @returns the kinds that had a unit left
 */
export async function takeAllowances(
  trx: Transaction<Schema>,
  tenantId: string,
  requested: readonly AllowanceRequest[],
): Promise<ReadonlySet<string>> {
  const { counting, isTaken } = await takingAllowances(trx, tenantId, requested);
  const results = requested.map(({ kind }) => sql`select ${kind} as kind where ${isTaken(kind)}`);
  const { rows } = await sql<{ kind: string }>`
    with ${sql.join(counting)} ${sql.join(results, sql` union all `)}`.execute(trx);
  return new Set(rows.map(({ kind }) => kind));
}

/**
 * Returns what `takeAllowances` runs, for a statement that takes the allowances together with what
 * depends on them: its common table expressions, and conditions that read them.
 */
export async function takingAllowances(
  trx: Transaction<Schema>,
  tenantId: string,
  requested: readonly AllowanceRequest[],
): Promise<{
  counting: RawBuilder<unknown>[];
  isTaken: (kind: string) => RawBuilder<boolean>;
}> {
  const hashes = requested.map(({ kind, subject }) => digest(`${tenantId} ${kind} ${subject}`));
  // The RLS policy shows a transaction only the counts that it names.
  await sendPipelined(trx, sql`select set_config('app.subjects', ${hashes.join(' ')}, true)`);
  const isTaken = (kind: string) =>
    sql<boolean>`exists (select from ${sql.ref(kind)} where used <= most)`;
  const counting = requested.map(({ kind, limit, windowHours, after }, index) => {
    const start = sql`date_bin(${windowHours} * interval '1 hour', now(), timestamptz '2000-01-01')`;
    return sql`${sql.ref(kind)} as (
      insert into allowances as existing (kind, subject, window_start, used)
      select ${kind}, ${hashes[index]}, ${start}, 1
      where ${after === undefined ? sql`true` : isTaken(after)} and not exists (
        select from allowances where tenant_id = ${ofTenant} and kind = ${kind}
          and subject = ${hashes[index]} and window_start = ${start} and used >= ${limit})
      on conflict (tenant_id, kind, subject, window_start) do update set used = existing.used + 1
      returning used, ${limit}::integer as most)`;
  });
  return { counting, isTaken };
}
