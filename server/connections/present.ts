import type {
  Incident,
  IntegrationAlert,
  IntegrationMetrics,
  IntegrationStatus,
  MaintenanceWindow,
} from '../../src/contract/integration.ts';
import { findSystem } from '../../src/integrations/catalogue.ts';
import type { StoredIncident, StoredMaintenance } from '../queries/incidents.ts';
import type { StoredAlert } from '../queries/integrationHealth.ts';
import type { StoredIntegration } from '../queries/integrations.ts';
import type { StoredSync } from '../queries/syncs.ts';

const nothingMeasured: IntegrationMetrics = {
  requestsTotal: 0,
  requestsSuccessful: 0,
  requestsFailed: 0,
  averageResponseTime: null,
  uptimePercentage: null,
};

/** Data that is shown with an integration. */
export interface Surroundings {
  alerts: readonly StoredAlert[];
  maintenance: readonly StoredMaintenance[];
  canConnect(provider: string): boolean;
  /** Returns whether the caller can connect, check, sync and disconnect it. */
  canManage(stored: StoredIntegration): boolean;
}

export function asIntegration(
  stored: StoredIntegration,
  { alerts, maintenance, canConnect, canManage }: Surroundings,
): IntegrationStatus {
  const { id, provider, name, category, health } = stored;
  const docs = findSystem(provider)?.docs;
  return {
    id,
    provider,
    name,
    category,
    lifecycle: lifecycleOf(stored, maintenance),
    scope: stored.organization_id === null ? 'account' : 'organization',
    connection: {
      state: stored.connection,
      last_sync: stored.last_sync?.toISOString() ?? null,
      sync_frequency: stored.sync_frequency,
      error_count: stored.error_count,
      data_synced: stored.data_synced,
      ever_connected: stored.ever_connected,
    },
    health: {
      state: health,
      lastCheck: stored.last_check?.toISOString() ?? null,
      responseTime: stored.response_time,
      errorRate: stored.error_rate,
      metrics: stored.metrics ?? nothingMeasured,
      alerts: alerts.filter(({ integration_id }) => integration_id === id).map(asAlert),
      interval: stored.check_interval,
    },
    ...(stored.error_type !== null && { error_type: stored.error_type }),
    ...(stored.reason !== null && { reason: stored.reason }),
    can_manage: canManage(stored),
    can_reconnect: canConnect(provider) && canManage(stored),
    ...(stored.migrate_url !== null && { migrate_url: stored.migrate_url }),
    ...(docs !== undefined && { docs_url: docs }),
  };
}

/**
 * Returns the displayed lifecycle. Current maintenance is shown, unless the integration is not in
 * use.
 */
function lifecycleOf(
  { id, lifecycle }: StoredIntegration,
  maintenance: readonly StoredMaintenance[],
): IntegrationStatus['lifecycle'] {
  const isInUse = lifecycle === 'active' || lifecycle === 'error';
  return isInUse && isInMaintenance(id, maintenance) ? 'maintenance' : lifecycle;
}

export function isInMaintenance(id: string, maintenance: readonly StoredMaintenance[]): boolean {
  const now = Date.now();
  return maintenance.some(
    (window) =>
      window.starts_at.getTime() <= now &&
      now < window.ends_at.getTime() &&
      (window.integrations.length === 0 || window.integrations.includes(id)),
  );
}

export function asAlert(stored: StoredAlert): IntegrationAlert {
  const { id, type, severity, message, raised_at, resolved_at } = stored;
  const timestamp = raised_at.toISOString();
  return { id, type, severity, message, timestamp, resolved: resolved_at !== null };
}

export function asIncident(stored: StoredIncident): Incident {
  const { id, title, severity, status, integrations, updates } = stored;
  return {
    id,
    title,
    severity,
    status,
    integrations,
    started_at: stored.started_at.toISOString(),
    resolved_at: stored.resolved_at?.toISOString() ?? null,
    updates,
  };
}

export function asMaintenance(stored: StoredMaintenance): MaintenanceWindow {
  const { id, title, description, integrations, starts_at, ends_at } = stored;
  return {
    id,
    title,
    description,
    integrations,
    starts_at: starts_at.toISOString(),
    ends_at: ends_at.toISOString(),
  };
}

/** Includes the integration of the entry, if the contract has the field. */
export function asSync({ started_at, finished_at, ...sync }: StoredSync) {
  return {
    ...sync,
    started_at: started_at.toISOString(),
    finished_at: finished_at?.toISOString() ?? null,
  };
}
