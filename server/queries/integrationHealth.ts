import { type Selectable, sql, type Transaction } from 'kysely';
import type { IntegrationMetrics } from '../../src/contract/integration.ts';
import type { Trends, Uptime } from '../../src/contract/integrationDetail.ts';
import type { IntegrationAlertsTable } from '../db/integrationTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;
export type StoredAlert = Selectable<IntegrationAlertsTable>;

const hourMs = 3_600_000;
const day = 24 * hourMs;

/** Lists the alerts of one or all integrations, newest first. `isOpen`: only unresolved alerts. */
export function listAlerts(
  trx: Trx,
  { integrationId, isOpen, limit }: { integrationId?: string; isOpen: boolean; limit: number },
): Promise<StoredAlert[]> {
  return trx
    .selectFrom('integration_alerts')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .$if(integrationId !== undefined, (query) =>
      query.where('integration_id', '=', integrationId ?? ''),
    )
    .$if(isOpen, (query) => query.where('resolved_at', 'is', null))
    .orderBy('raised_at', 'desc')
    .limit(limit)
    .execute();
}

/** Returns the metrics of one integration for the last 24 hours. */
export async function readMetrics(trx: Trx, integrationId: string): Promise<IntegrationMetrics> {
  const { total, passed, time } = await trx
    .selectFrom('integration_checks')
    .select(sql<number>`count(*)::integer`.as('total'))
    .select(sql<number>`(count(*) filter (where passed))::integer`.as('passed'))
    .select(sql<number | null>`avg(response_time) filter (where passed)`.as('time'))
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .where('at', '>', sql<Date>`now() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
  return {
    requestsTotal: total,
    requestsSuccessful: passed,
    requestsFailed: total - passed,
    averageResponseTime: time,
    uptimePercentage: total === 0 ? null : (100 * passed) / total,
  };
}

/** Returns hourly points of the last 24 hours, for one or all integrations. */
export async function readTrends(trx: Trx, integrationId?: string): Promise<Trends> {
  const rows = await trx
    .selectFrom('integration_checks')
    .select(sql<Date>`date_trunc('hour', at)`.as('hour'))
    .select(sql<number>`count(*)::integer`.as('checks'))
    .select(sql<number>`avg((not passed)::integer)::double precision`.as('errorRate'))
    .select(sql<number | null>`avg(response_time) filter (where passed)`.as('time'))
    .where('tenant_id', '=', ofTenant)
    .where('at', '>', sql<Date>`date_trunc('hour', now()) - interval '23 hours'`)
    .$if(integrationId !== undefined, (query) =>
      query.where('integration_id', '=', integrationId ?? ''),
    )
    .groupBy(sql`1`)
    .execute();
  const found = new Map(rows.map((row) => [row.hour.getTime(), row]));
  const newest = Math.floor(Date.now() / hourMs) * hourMs;
  const hours = Array.from({ length: 24 }, (_, index) => newest - (23 - index) * hourMs);
  const points = (value: (row: (typeof rows)[number]) => number | null, none: number | null) =>
    hours.map((at) => {
      const row = found.get(at);
      return { at: new Date(at).toISOString(), value: row === undefined ? none : value(row) };
    });
  return {
    responseTime: points(({ time }) => time, null),
    errorRate: points(({ errorRate }) => errorRate, null),
    throughput: points(({ checks }) => checks, 0),
  };
}

const shownDays = 30;

/** Returns the uptime of the last 30 days. It combines single checks and hourly sums. */
export async function readUptime(trx: Trx, integrationId: string): Promise<Uptime> {
  const { rows } = await sql<{ date: string; checks: number; failed: number }>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as date,
      sum(checks)::integer as checks, sum(failed)::integer as failed
    from (
      select at, 1 as checks, (not passed)::integer as failed from integration_checks
      where tenant_id = support.tenant() and integration_id = ${integrationId}
      union all
      select hour, checks, failed from integration_hours
      where tenant_id = support.tenant() and integration_id = ${integrationId}
    ) as every
    where at >= date_trunc('day', now(), 'UTC') - ${shownDays - 1} * interval '1 day'
    group by 1`.execute(trx);
  const found = new Map(rows.map((row) => [row.date, row]));
  const today = Math.floor(Date.now() / day) * day;
  const share = (checks: number, failed: number) =>
    checks === 0 ? null : (100 * (checks - failed)) / checks;
  const sum = (name: 'checks' | 'failed') => rows.reduce((total, row) => total + row[name], 0);
  return {
    uptimePercentage: share(sum('checks'), sum('failed')),
    days: Array.from({ length: shownDays }, (_, index) => {
      const at = new Date(today - (shownDays - 1 - index) * day);
      const date = at.toISOString().slice(0, 10);
      const { checks = 0, failed = 0 } = found.get(date) ?? {};
      return { date, uptimePercentage: share(checks, failed) };
    }),
  };
}
