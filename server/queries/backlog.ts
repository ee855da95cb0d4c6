import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

/** The backlogs of all tenants, only as counts. */
export interface Backlog {
  jobs: { type: string; state: 'waiting' | 'failed'; count: number }[];
  /** Age of the oldest due job; 0 if none is due. */
  oldestJobSeconds: number;
  integrations: { health: string; count: number }[];
  deliveries: { status: string; count: number }[];
  received: { status: string; count: number }[];
}

const count = sql<number>`count(*)::integer`.as('count');
const aDayAgo = sql<Date>`now() - interval '1 day'`;

export function readBacklog(db: Kysely<Schema>): Promise<Backlog> {
  return inScope(db, { actor: 'worker' }, async (trx) => {
    const state = sql<'waiting' | 'failed'>`
      case when failed_at is null then 'waiting' else 'failed' end`.as('state');
    const jobs = await trx
      .selectFrom('jobs')
      .select(['type', state, count])
      .groupBy(['type', 'state'])
      .execute();
    const { age } = await trx
      .selectFrom('jobs')
      .select(sql<number>`coalesce(extract(epoch from now() - min(run_at)), 0)::float8`.as('age'))
      .where('failed_at', 'is', null)
      .where('run_at', '<=', sql<Date>`now()`)
      .executeTakeFirstOrThrow();
    const integrations = await trx
      .selectFrom('integrations')
      .select(['health', count])
      .groupBy('health')
      .execute();
    const deliveries = await trx
      .selectFrom('webhook_deliveries')
      .select(['status', count])
      .where('created_at', '>', aDayAgo)
      .groupBy('status')
      .execute();
    const received = await trx
      .selectFrom('received_events')
      .select(['status', count])
      .where('received_at', '>', aDayAgo)
      .groupBy('status')
      .execute();
    return { jobs, oldestJobSeconds: age, integrations, deliveries, received };
  });
}
