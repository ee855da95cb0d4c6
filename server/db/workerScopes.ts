import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isNile } from './isolation.ts';
import type { Schema } from './schema.ts';
import { inScope, type Scope } from './scope.ts';

type WorkerScope = Extract<Scope, { actor: 'worker' }>;

/**
 * The scopes in which work of all accounts is done. One transaction of Postgres may change rows of every
 * account; one of NileDB changes those of one account. `busy`: a query for the accounts (`tenant_id`) that
 * have something to do; they come in random order. Default: all.
 */
export async function workerScopes(
  db: Kysely<Schema>,
  busy?: RawBuilder<unknown>,
): Promise<WorkerScope[]> {
  if (!isNile(db)) return [{ actor: 'worker' }];
  const actor = busy === undefined ? 'server' : 'worker';
  const query = busy ?? sql`select id as tenant_id from tenants`;
  const { rows } = await inScope(db, { actor }, (trx) =>
    sql<{ tenant_id: string }>`select distinct tenant_id, random() as turn
      from (${query}) as busy order by turn`.execute(trx),
  );
  return rows.map(({ tenant_id: tenantId }) => ({ actor: 'worker', tenantId }));
}

/** Rows by the scope in which they are changed. */
export function byAccount<Row extends { tenantId: string }>(
  db: Kysely<Schema>,
  rows: readonly Row[],
): [WorkerScope, Row[]][] {
  if (!isNile(db)) return [[{ actor: 'worker' }, [...rows]]];
  return Array.from(new Set(rows.map(({ tenantId }) => tenantId)), (tenantId) => [
    { actor: 'worker', tenantId },
    rows.filter((row) => row.tenantId === tenantId),
  ]);
}
