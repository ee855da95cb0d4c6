import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isNile } from './isolation.ts';
import type { Schema } from './schema.ts';
import { inScope, type Scope } from './scope.ts';

type WorkerScope = Extract<Scope, { actor: 'worker' }>;

/**
 * Returns the scopes for work on all accounts. One Postgres transaction can change rows of every
 * account. One NileDB transaction changes rows of one account. `busy`: a query for the accounts
 * (`tenant_id`) that have work; they are returned in random order. Default: all accounts.
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

/** Groups rows by the scope in which they are changed. */
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
