import type { Generated } from 'kysely';
import type {
  AlertType,
  ConnectionState,
  HealthState,
  Incident,
  IncidentStatus,
  IntegrationCategory,
  IntegrationErrorType,
  IntegrationMetrics,
  IntegrationStatus,
  IntegrationVisibility,
  Lifecycle,
  Severity,
} from '../../src/contract/integration.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { SyncLogEntry } from '../../src/contract/sync.ts';
import type { FromScope, Instant, Json } from './columns.ts';

type Records = IntegrationStatus['connection']['data_synced'];

export interface IntegrationsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  /** Mode of the key that created it. Default: the mode of the transaction. */
  mode: Generated<KeyMode>;
  /** Null for the account's own integration. */
  organization_id: string | null;
  /** For the account's own integrations: whether visitors or only agents see them. */
  visibility: Generated<IntegrationVisibility>;
  provider: string;
  name: string;
  category: IntegrationCategory;
  lifecycle: Generated<Lifecycle>;
  /** Address of the provider's API, if not the default. */
  base_url: string | null;
  migrate_url: string | null;
  connection: Generated<ConnectionState>;
  ever_connected: Generated<boolean>;
  last_sync: Date | null;
  /** Seconds. */
  sync_frequency: number | null;
  error_count: Generated<number>;
  data_synced: Generated<Records>;
  health: Generated<HealthState>;
  last_check: Date | null;
  /** Milliseconds. */
  response_time: number | null;
  /** 0 to 1. */
  error_rate: number | null;
  error_type: IntegrationErrorType | null;
  reason: string | null;
  /** Metrics of the 24 hours before the last check. */
  metrics: Json<IntegrationMetrics> | null;
  /** Successful checks since the last failed one. */
  passes: Generated<number>;
  /** 2 after two slow checks, 0 after two fast ones. */
  slow_checks: Generated<number>;
  /** Seconds between two checks. */
  check_interval: Generated<number>;
  /** Due time of the next check. Null: not checked here. */
  next_check_at: Date | null;
  /** End of the lease while it is being checked. */
  checking_until: Date | null;
  /** Number of processes that ended during a check since the last recorded check. */
  check_losses: Generated<number>;
  created_at: Instant;
}

interface IntegrationSecretsTable {
  tenant_id: FromScope;
  integration_id: string;
  kind: 'credentials' | 'tokens';
  sealed: string;
  /** Expiry of the access token. */
  expires_at: Date | null;
  /** End of the lease while the token is being refreshed. */
  refreshing_until: Date | null;
}

interface IntegrationChecksTable {
  tenant_id: FromScope;
  integration_id: string;
  at: Instant;
  passed: boolean;
  response_time: number | null;
  error_type: IntegrationErrorType | null;
}

/** Hourly sums of checks, which are stored after the single checks are deleted. */
interface IntegrationHoursTable {
  tenant_id: FromScope;
  integration_id: string;
  hour: Date;
  checks: number;
  failed: number;
  response_time: number | null;
}

export interface IntegrationAlertsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  integration_id: string;
  type: AlertType;
  severity: Severity;
  message: string;
  raised_at: Instant;
  resolved_at: Date | null;
}

export interface IntegrationSyncsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  integration_id: string;
  started_at: Date;
  finished_at: Date | null;
  status: SyncLogEntry['status'];
  records: Json<Records>;
  message: string | null;
}

export interface IncidentsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  integrations: string[];
  started_at: Instant;
  resolved_at: Date | null;
  updates: Json<Incident['updates']>;
}

export interface MaintenanceWindowsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  title: string;
  description: string;
  integrations: string[];
  starts_at: Date;
  ends_at: Date;
}

export interface IntegrationSchema {
  integrations: IntegrationsTable;
  integration_secrets: IntegrationSecretsTable;
  integration_checks: IntegrationChecksTable;
  integration_hours: IntegrationHoursTable;
  integration_alerts: IntegrationAlertsTable;
  integration_syncs: IntegrationSyncsTable;
  incidents: IncidentsTable;
  maintenance_windows: MaintenanceWindowsTable;
}
