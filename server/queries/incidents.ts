import { type Insertable, type Selectable, sql, type Transaction } from 'kysely';
import type { Incident, IncidentStatus } from '../../src/contract/integration.ts';
import type { IncidentsTable, MaintenanceWindowsTable } from '../db/integrationTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;
export type StoredIncident = Selectable<IncidentsTable>;
export type StoredMaintenance = Selectable<MaintenanceWindowsTable>;

/**
 * Incidents of visible integrations only. The other integrations belong to another organization.
 */
const visibleOf = (table: 'incidents' | 'maintenance_windows') =>
  sql<string[]>`array(select one.id from integrations as one
    where one.tenant_id = support.tenant() and one.id = any(${sql.table(table)}.integrations))`.as(
    'integrations',
  );

/** Lists incidents, newest first. `isOpen`: only unresolved incidents. */
export function listStoredIncidents(
  trx: Trx,
  { isOpen, limit }: { isOpen: boolean; limit: number },
): Promise<StoredIncident[]> {
  return trx
    .selectFrom('incidents')
    .select([
      'tenant_id',
      'id',
      'title',
      'severity',
      'status',
      'started_at',
      'resolved_at',
      'updates',
    ])
    .select(visibleOf('incidents'))
    .where('tenant_id', '=', ofTenant)
    .$if(isOpen, (query) => query.where('resolved_at', 'is', null))
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();
}

export function insertIncident(
  trx: Trx,
  incident: Pick<Insertable<IncidentsTable>, 'title' | 'severity' | 'integrations'>,
  update: Incident['updates'][number],
): Promise<StoredIncident> {
  return trx
    .insertInto('incidents')
    .values({ ...incident, status: update.status, updates: JSON.stringify([update]) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Returns undefined if the incident does not exist. */
export function addIncidentUpdate(
  trx: Trx,
  id: string,
  update: { status: IncidentStatus; message: string; created_at: string },
): Promise<StoredIncident | undefined> {
  const isOver = update.status === 'resolved';
  return trx
    .updateTable('incidents')
    .set({
      status: update.status,
      resolved_at: isOver ? sql<Date>`coalesce(resolved_at, now())` : null,
      updates: sql<string>`${JSON.stringify([update])}::jsonb || updates`,
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Lists current and upcoming maintenance windows, the earliest first. */
export function listStoredMaintenance(
  trx: Trx,
  { days }: { days: number },
): Promise<StoredMaintenance[]> {
  return trx
    .selectFrom('maintenance_windows')
    .select(['tenant_id', 'id', 'title', 'description', 'starts_at', 'ends_at'])
    .select(visibleOf('maintenance_windows'))
    .where('tenant_id', '=', ofTenant)
    .where('ends_at', '>', sql<Date>`now()`)
    .where('starts_at', '<', sql<Date>`now() + ${days} * interval '1 day'`)
    .orderBy('starts_at')
    .limit(100)
    .execute();
}

export function insertMaintenance(
  trx: Trx,
  window: Insertable<MaintenanceWindowsTable>,
): Promise<StoredMaintenance> {
  return trx
    .insertInto('maintenance_windows')
    .values(window)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Returns the deleted maintenance window, or undefined if it did not exist. */
export function deleteMaintenance(trx: Trx, id: string): Promise<StoredMaintenance | undefined> {
  return trx
    .deleteFrom('maintenance_windows')
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
