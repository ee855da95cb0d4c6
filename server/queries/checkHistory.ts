import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';

/** Checks older than this are stored as hourly sums. */
const detailedDays = 30;
/** Maximum number of checks that one statement rolls up. */
const batchRows = 10_000;

/** Rolls old checks up into hours. The checks of one hour can be split over several batches. */
export async function rollUpChecks(db: Kysely<Schema>, signal?: AbortSignal): Promise<void> {
  const checks = sql.table('support.integration_checks');
  for (const scope of await workerScopes(db)) {
    for (let rolled = batchRows; rolled === batchRows && !signal?.aborted; ) {
      rolled = await inScope(db, scope, async (trx) => {
        const { rows } = await sql<{ count: number }>`with gone as (
          delete from ${checks} where ctid = any(array(
            select ctid from ${checks}
            where at < date_trunc('hour', now() - ${detailedDays} * interval '1 day')
            order by at limit ${batchRows})) returning *
        ), rolled as (
          insert into integration_hours as hours
            (tenant_id, integration_id, hour, checks, failed, response_time)
          select tenant_id, integration_id, date_trunc('hour', at), count(*),
            count(*) filter (where not passed), avg(response_time) filter (where passed)
          from gone group by 1, 2, 3
          on conflict (tenant_id, integration_id, hour) do update set
            checks = hours.checks + excluded.checks,
            failed = hours.failed + excluded.failed,
            response_time = (coalesce(hours.response_time, 0) * (hours.checks - hours.failed)
              + coalesce(excluded.response_time, 0) * (excluded.checks - excluded.failed))
              / nullif(hours.checks - hours.failed + excluded.checks - excluded.failed, 0)
        )
        select count(*)::integer as count from gone`.execute(trx);
        return rows[0]?.count ?? 0;
      });
    }
  }
}
