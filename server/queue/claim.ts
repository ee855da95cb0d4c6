import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';
import type { ClaimedJob } from './jobs.ts';

export interface Claim {
  types: readonly string[];
  limit: number;
  /** Time after which a job counts as lost, unless its lease is extended. */
  leaseMs: number;
  /**
   * Maximum number of jobs of one account that run at a time, of these types and in all processes.
   * Default: no limit.
   */
  perTenant?: number | undefined;
}

/** Several candidates per slot, so that processes that claim at the same time find other jobs. */
const candidatesPerSlot = 4;
/** Accounts that a claim considers on either side of its starting point, for each type. */
const maxNeighborAccounts = 50;
/** The largest integer of Postgres. */
const noLimit = 2_147_483_647;

/**
 * Claims up to `limit` due jobs of the given types. Accounts take turns: the next job comes from
 * the account with the fewest running jobs. A claim starts at a random account and considers its
 * neighbors, so that its cost does not depend on the number of accounts. It is a materialized CTE,
 * because the planner may run a subquery with a LIMIT once for each row of a join.
 */
export async function claimJobs(db: Kysely<Schema>, claim: Claim): Promise<ClaimedJob[]> {
  const claimed: ClaimedJob[] = [];
  const busy = sql`select tenant_id from jobs where ${isDue(claim.types)}`;
  for (const scope of await workerScopes(db, busy)) {
    const limit = claim.limit - claimed.length;
    if (limit > 0) claimed.push(...(await claimIn(db, scope, { ...claim, limit })));
  }
  return claimed;
}

const ofTypes = (types: readonly string[]) =>
  sql<boolean>`failed_at is null and type = any(${[...types]}::text[])`;
const isDue = (types: readonly string[]) => sql<boolean>`${ofTypes(types)} and run_at <= now()`;

/**
 * Costs almost nothing if no job is due, which is the usual case. It looks up each type, because a
 * plan for unknown types reads all jobs.
 */
const firstDue = (types: readonly string[]) =>
  sql`select 1 from unnest(${[...types]}::text[]) as wanted (type) cross join lateral (
      select from jobs where failed_at is null and jobs.type = wanted.type and run_at <= now()
      order by run_at limit 1) as due
    limit 1`;

/** Returns whether a job of these types is due in any account. */
export function isAnyDue(db: Kysely<Schema>, types: readonly string[]): Promise<boolean> {
  return inScope(db, { actor: 'worker' }, async (trx) => {
    const { rows } = await firstDue(types).execute(trx);
    return rows.length > 0;
  });
}

function claimIn(
  db: Kysely<Schema>,
  scope: Scope,
  { types, limit, leaseMs, perTenant = noLimit }: Claim,
): Promise<ClaimedJob[]> {
  const isOfTypes = ofTypes(types);
  const neighborOf = (type: string, isUp: string, after: string) =>
    sql.raw(`case when ${isUp} then (
        select tenant_id from jobs where failed_at is null and jobs.type = ${type}
          and jobs.tenant_id > ${after} order by tenant_id limit 1)
      else (
        select tenant_id from jobs where failed_at is null and jobs.type = ${type}
          and jobs.tenant_id < ${after} order by tenant_id desc limit 1) end`);
  return inScope(db, scope, async (trx) => {
    if ((await firstDue(types).execute(trx)).rows.length === 0) return [];
    const { rows } = await sql<ClaimedJob>`
      with recursive accounts (type, is_up, tenant_id, step) as (
        select type, is_up, ${neighborOf('wanted.type', 'is_up', 'start')}, 1
        from unnest(${[...types]}::text[]) as wanted (type)
          cross join (values (true), (false)) as direction (is_up)
          cross join (select ${randomUUID()}::uuid as start) as beginning
        union all
        select type, is_up,
          ${neighborOf('accounts.type', 'accounts.is_up', 'accounts.tenant_id')}, step + 1
        from accounts where tenant_id is not null and step < ${maxNeighborAccounts}
      ), running as materialized (
        select tenant_id, count(*)::integer as count from jobs
        where ${isOfTypes} and claimed_at is not null and run_at > now() group by tenant_id
      ), queued as materialized (
        select tenant_id, job.id, job.run_at, coalesce(running.count, 0)
          + row_number() over (partition by accounts.tenant_id order by job.run_at) as turn
        from accounts left join running using (tenant_id) cross join lateral (
          select id, run_at from jobs
          where failed_at is null and type = accounts.type and tenant_id = accounts.tenant_id
            and run_at <= now()
          order by run_at
          limit (select greatest(2, ${limit * candidatesPerSlot} / count(*)) from accounts)) as job
        where accounts.tenant_id is not null and ${isOpenAccount('accounts.tenant_id')}
      ), due as materialized (
        select jobs.tenant_id, jobs.id from queued
          join jobs on jobs.tenant_id = queued.tenant_id and jobs.id = queued.id
        where turn <= ${perTenant} and failed_at is null and jobs.run_at <= now()
        order by turn, queued.run_at limit ${limit}
        for update of jobs skip locked
      )
      update jobs set attempts = attempts + 1, claimed_at = now(),
        losses = losses + case when claimed_at is null then 0 else 1 end,
        run_at = now() + ${leaseMs} * interval '1 millisecond'
      from due where jobs.tenant_id = due.tenant_id and jobs.id = due.id
      returning jobs.id, jobs.tenant_id as "tenantId", type, payload, attempts, losses`.execute(
      trx,
    );
    return rows;
  });
}
