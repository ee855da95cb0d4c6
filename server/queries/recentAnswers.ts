import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** A first response of the team. */
export interface RecentAnswer {
  asked: Date;
  /** Seconds until the response. */
  seconds: number;
  /** Name of the agent; null if the agent is unknown or disabled. */
  by: string | null;
}

/** Returns the first responses to the newest requests since a time, newest request first. */
export async function listRecentAnswers(
  trx: Transaction<Schema>,
  { since, max }: { since: Date; max: number },
): Promise<RecentAnswer[]> {
  const rows = await trx
    .selectFrom('request_metrics')
    .leftJoin('agents', (join) =>
      join
        .on('agents.tenant_id', '=', ofTenant)
        .onRef('agents.id', '=', 'request_metrics.first_reply_by')
        .on('agents.disabled_at', 'is', null),
    )
    .select(['timestamp as asked', 'first_response_time as seconds', 'agents.name as by'])
    .where('request_metrics.tenant_id', '=', ofTenant)
    .where('timestamp', '>=', since)
    .where('first_response_time', 'is not', null)
    .orderBy('timestamp', 'desc')
    .limit(max)
    .execute();
  return rows.flatMap(({ seconds, ...row }) => (seconds === null ? [] : [{ ...row, seconds }]));
}
