import { randomUUID } from 'node:crypto';
import type { Database } from '../../../server/db/db.ts';
import { inScope } from '../../../server/db/scope.ts';
import { asSuperuser } from './database.ts';
import { createTenant } from './tenant.ts';

export interface JobRow {
  id: string;
  attempts: number;
  run_at: Date;
  failed_at: Date | null;
  last_error: string | null;
}

/** Opens the queue of a test's database. */
export function openQueue(database: Database) {
  const rows = () =>
    asSuperuser<JobRow>(database.kysely, 'select * from support.jobs order by run_at');
  return {
    rows,
    isEmpty: async () => (await rows()).length === 0,
    clear: () => asSuperuser(database.kysely, 'delete from support.jobs'),
    /** Queues due jobs of a new tenant. Returns the ids of the tenant and the jobs. */
    async queue(count: number, { type = 'ping' } = {}) {
      const { id: tenantId } = await createTenant(database.kysely);
      const ids = Array.from({ length: count }, () => randomUUID());
      await inScope(database.kysely, { actor: 'visitor', tenantId }, (trx) =>
        trx
          .insertInto('jobs')
          .values(ids.map((id) => ({ id, type, payload: '{}' })))
          .execute(),
      );
      return { tenantId, ids };
    },
  };
}
