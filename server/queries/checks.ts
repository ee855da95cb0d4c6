import { type Kysely, sql, type Transaction } from 'kysely';
import type { AlertType, Severity } from '../../src/contract/integration.ts';
import type { IntegrationError } from '../base/integrationError.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant, type Scope } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';

type Trx = Transaction<Schema>;

/** The result of a check. Durations are in milliseconds. */
export type ProbeResult =
  | { passed: true; responseTime: number }
  | { passed: false; responseTime: number; error: IntegrationError };

export interface AlertDraft {
  type: AlertType;
  severity: Severity;
  message: string;
}

export interface IntegrationRef {
  tenantId: string;
  integrationId: string;
}

/**
 * An integration that this process has claimed for a check. The claim lasts until its lease ends or
 * another process claims it.
 */
export interface ClaimedCheck extends IntegrationRef {
  lease: Date;
  /** Number of processes that ended during a check of it. */
  losses: number;
}

const worker = { actor: 'worker' } as const;
const inSeconds = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;
const isFree = sql<boolean>`(checking_until is null or checking_until < now())`;
const claimedColumns = [
  'integrations.tenant_id as tenantId',
  'integrations.id as integrationId',
  'checking_until as lease',
  'check_losses as losses',
] as const;
/** If a lease expired without a release, its process has crashed. */
const leaseFor = (leaseSeconds: number) => ({
  checking_until: inSeconds(leaseSeconds),
  check_losses: sql<number>`check_losses + case when checking_until is null then 0 else 1 end`,
});

/**
 * Claims up to `limit` integrations that are due. No other process checks them until the lease
 * ends.
 */
export async function claimDue(
  db: Kysely<Schema>,
  { limit, leaseSeconds }: { limit: number; leaseSeconds: number },
): Promise<ClaimedCheck[]> {
  const claimed: ClaimedCheck[] = [];
  const busy = sql`select tenant_id from integrations where next_check_at <= now()`;
  for (const scope of await workerScopes(db, busy)) {
    const left = limit - claimed.length;
    if (left > 0) claimed.push(...(await claimDueIn(db, scope, { limit: left, leaseSeconds })));
  }
  return claimed;
}

function claimDueIn(
  db: Kysely<Schema>,
  scope: Scope,
  { limit, leaseSeconds }: { limit: number; leaseSeconds: number },
): Promise<ClaimedCheck[]> {
  return inScope(db, scope, (trx) =>
    trx
      // Materialized, because the planner may otherwise run a subquery with a LIMIT once for each
      // row of a join.
      .with(
        (cte) => cte('due').materialized(),
        (query) =>
          query
            .selectFrom('integrations')
            .select(['tenant_id', 'id'])
            .where('next_check_at', '<=', sql<Date>`now()`)
            .where('lifecycle', 'in', ['active', 'error', 'maintenance'])
            .where(isFree)
            .where(isOpenAccount('integrations.tenant_id'))
            .orderBy('next_check_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('integrations')
      .from('due')
      .set(leaseFor(leaseSeconds))
      .whereRef('integrations.tenant_id', '=', 'due.tenant_id')
      .whereRef('integrations.id', '=', 'due.id')
      .returning(claimedColumns)
      .$narrowType<{ lease: Date }>()
      .execute(),
  );
}

/**
 * Claims one integration, whether it is due or not. Returns undefined if another process is
 * checking it or did so seconds ago, or if it is not checked here.
 */
export function claimOne(
  db: Kysely<Schema>,
  { tenantId, integrationId }: IntegrationRef,
  { leaseSeconds, freshSeconds }: { leaseSeconds: number; freshSeconds: number },
): Promise<ClaimedCheck | undefined> {
  return inScope(db, { ...worker, tenantId }, (trx) =>
    trx
      .updateTable('integrations')
      .set(leaseFor(leaseSeconds))
      .where('tenant_id', '=', tenantId)
      .where('id', '=', integrationId)
      .where('next_check_at', 'is not', null)
      .where(isFree)
      .where((is) =>
        is.or([is('last_check', 'is', null), is('last_check', '<=', inSeconds(-freshSeconds))]),
      )
      .returning(claimedColumns)
      .$narrowType<{ lease: Date }>()
      .executeTakeFirst(),
  );
}

/** Returns whether a process is checking it. */
export function readChecking(trx: Trx, integrationId: string) {
  return trx
    .selectFrom('integrations')
    .select(sql<boolean>`not ${isFree}`.as('isBusy'))
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', integrationId)
    .executeTakeFirst();
}

export async function insertCheck(
  trx: Trx,
  integrationId: string,
  result: ProbeResult,
): Promise<void> {
  await trx
    .insertInto('integration_checks')
    .values({
      integration_id: integrationId,
      passed: result.passed,
      response_time: result.responseTime,
      error_type: result.passed ? null : result.error.type,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Returns the id of the new alert, or undefined if an alert of this kind is already open. */
export async function raiseAlert(
  trx: Trx,
  integrationId: string,
  alert: AlertDraft,
): Promise<string | undefined> {
  const raised = await trx
    .insertInto('integration_alerts')
    .values({ integration_id: integrationId, ...alert })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'integration_id', 'type'])
        .where('resolved_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return raised?.id;
}

/** Returns the ids of the alerts that were open. */
export async function resolveAlerts(
  trx: Trx,
  integrationId: string,
  types: readonly AlertType[],
): Promise<string[]> {
  if (types.length === 0) return [];
  const resolved = await trx
    .updateTable('integration_alerts')
    .set({ resolved_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .where('type', 'in', types)
    .where('resolved_at', 'is', null)
    .returning('id')
    .execute();
  return resolved.map(({ id }) => id);
}
