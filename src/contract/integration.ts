import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

export const IntegrationCategory = z.enum([
  'email_service',
  'payment_processor',
  'analytics',
  'crm',
  'marketing_automation',
  'social_media',
  'storage',
  'communication',
  'database',
  'support',
  'identity',
]);
export type IntegrationCategory = z.infer<typeof IntegrationCategory>;

export const Lifecycle = z.enum(['active', 'inactive', 'error', 'maintenance', 'deprecated']);
export type Lifecycle = z.infer<typeof Lifecycle>;

export const ConnectionState = z.enum(['connected', 'error', 'disconnected', 'syncing']);
export type ConnectionState = z.infer<typeof ConnectionState>;

export const HealthState = z.enum(['healthy', 'degraded', 'unhealthy', 'unknown']);
export type HealthState = z.infer<typeof HealthState>;

export const IntegrationErrorType = z.enum([
  'authentication_error',
  'authorization_error',
  'rate_limit_error',
  'network_error',
  'api_error',
  'data_error',
  'configuration_error',
  'quota_error',
]);
export type IntegrationErrorType = z.infer<typeof IntegrationErrorType>;

export const AlertType = z.enum(['error_rate', 'response_time', 'connectivity', 'quota_exceeded']);
export type AlertType = z.infer<typeof AlertType>;

export const Severity = z.enum(['low', 'medium', 'high', 'critical']);
export type Severity = z.infer<typeof Severity>;

export const IntegrationAlert = z.object({
  id: z.string(),
  type: AlertType,
  severity: Severity,
  message: z.string(),
  timestamp,
  resolved: z.boolean(),
});
export type IntegrationAlert = z.infer<typeof IntegrationAlert>;

const records = z.object({ accounts: z.int(), contacts: z.int(), engagements: z.int() });

/** Metrics of the last 24 hours. Times in milliseconds; null before the first check. */
export const IntegrationMetrics = z.object({
  requestsTotal: z.int(),
  requestsSuccessful: z.int(),
  requestsFailed: z.int(),
  averageResponseTime: z.nullable(z.number()),
  uptimePercentage: z.nullable(z.number()),
});
export type IntegrationMetrics = z.infer<typeof IntegrationMetrics>;

/** For the account's own integrations: visible to every visitor, or only to agents. */
export const IntegrationVisibility = z.enum(['public', 'agents']);
export type IntegrationVisibility = z.infer<typeof IntegrationVisibility>;

/**
 * A connection of the account or of one organization to an external system, with the fields that a
 * badge needs. `displayState` defines its appearance. It contains no secret.
 */
export const IntegrationStatus = z.object({
  id: z.string(),
  /** A system of the catalog, or a name that the host chose. */
  provider: z.string(),
  name: z.string(),
  category: IntegrationCategory,
  lifecycle: Lifecycle,
  /**
   * `account`: a system of the platform itself. `organization`: a system of the visitor's
   * organization.
   */
  scope: z._default(z.enum(['account', 'organization']), 'account'),
  connection: z.object({
    state: ConnectionState,
    last_sync: z.nullable(timestamp),
    /** Seconds. */
    sync_frequency: z.nullable(z.int()),
    error_count: z.int(),
    data_synced: records,
    /** Reset to false by a deliberate disconnection. */
    ever_connected: z.boolean(),
  }),
  health: z.object({
    state: HealthState,
    lastCheck: z.nullable(timestamp),
    /** Milliseconds. */
    responseTime: z.nullable(z.number()),
    /** 0 to 1. */
    errorRate: z.nullable(z.number()),
    metrics: IntegrationMetrics,
    /** Unresolved alerts, newest first. */
    alerts: z.array(IntegrationAlert),
    /** Seconds between two checks. */
    interval: z.int(),
  }),
  error_type: z.optional(IntegrationErrorType),
  /** Human-readable reason, in English. */
  reason: z.optional(z.string()),
  /** The caller can check, sync and disconnect it. */
  can_manage: z._default(z.boolean(), true),
  /** `startConnect` works for its provider and the caller. */
  can_reconnect: z.boolean(),
  /**
   * Addresses are validated when a link is rendered, so that a wrong one only affects that link.
   */
  migrate_url: z.optional(z.string()),
  docs_url: z.optional(z.string()),
});
export type IntegrationStatus = z.infer<typeof IntegrationStatus>;

export const IncidentStatus = z.enum(['investigating', 'identified', 'monitoring', 'resolved']);
export type IncidentStatus = z.infer<typeof IncidentStatus>;

export const IncidentUpdate = z.object({
  status: IncidentStatus,
  message: z.string(),
  created_at: timestamp,
});

/** `integrations`: ids of the affected integrations; empty means all. `updates`: newest first. */
export const Incident = z.object({
  id: z.string(),
  title: z.string(),
  severity: Severity,
  status: IncidentStatus,
  integrations: z.array(z.string()),
  started_at: timestamp,
  resolved_at: z.nullable(timestamp),
  updates: z.array(IncidentUpdate),
});
export type Incident = z.infer<typeof Incident>;

export const MaintenanceWindow = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  integrations: z.array(z.string()),
  starts_at: timestamp,
  ends_at: timestamp,
});
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>;

/**
 * Returns all data for a page's badges in one request: integrations, open incidents, and
 * maintenance that is current or within a week.
 */
export const listIntegrations = {
  method: 'GET',
  path: 'integrations',
  access: 'guest',
  reply: z.object({
    integrations: z.array(IntegrationStatus),
    incidents: z.array(Incident),
    maintenance: z.array(MaintenanceWindow),
  }),
} as const satisfies Endpoint;

/**
 * Checks an integration now and returns the result. A check that is only seconds old is not
 * repeated.
 */
export const checkIntegration = {
  method: 'POST',
  path: 'integrations/{id}/test',
  access: 'visitor',
  reply: IntegrationStatus,
} as const satisfies Endpoint;
