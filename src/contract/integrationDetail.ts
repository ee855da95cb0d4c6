import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Incident, IntegrationAlert, IntegrationStatus, MaintenanceWindow } from './integration.ts';
import { SyncLogEntry } from './sync.ts';
import { timestamp } from './text.ts';

/** Null if nothing was measured in this time span. */
export const TrendPoint = z.object({ at: timestamp, value: z.nullable(z.number()) });
export type TrendPoint = z.infer<typeof TrendPoint>;

/**
 * The last 24 hours in hourly points, oldest first: response time in milliseconds, error rate from
 * 0 to 1, and number of checks.
 */
export const Trends = z.object({
  responseTime: z.array(TrendPoint),
  errorRate: z.array(TrendPoint),
  throughput: z.array(TrendPoint),
});
export type Trends = z.infer<typeof Trends>;

/** The last 30 days in UTC, oldest first. 0 to 100; null without checks. */
export const Uptime = z.object({
  uptimePercentage: z.nullable(z.number()),
  days: z.array(z.object({ date: z.string(), uptimePercentage: z.nullable(z.number()) })),
});
export type Uptime = z.infer<typeof Uptime>;

/** An event that the provider sent. */
export const ReceivedEvent = z.object({
  id: z.string(),
  type: z.string(),
  received_at: timestamp,
  status: z.enum(['queued', 'processed', 'failed']),
  message: z.nullable(z.string()),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

/**
 * Returns an integration with the history of its state. Lists contain the newest 20 entries, newest
 * first.
 */
export const getIntegration = {
  method: 'GET',
  path: 'integrations/{id}/health',
  access: 'guest',
  reply: z.object({
    integration: IntegrationStatus,
    trends: Trends,
    uptime: Uptime,
    sync_log: z.array(SyncLogEntry),
    alerts: z.array(IntegrationAlert),
    webhook_log: z.array(ReceivedEvent),
    incidents: z.array(Incident),
    maintenance: z.array(MaintenanceWindow),
  }),
} as const satisfies Endpoint;

/** `activeIntegrations`: healthy ones. `failingIntegrations`: unhealthy ones. */
export const Dashboard = z.object({
  summary: z.object({
    totalIntegrations: z.int(),
    activeIntegrations: z.int(),
    failingIntegrations: z.int(),
    /** 0 to 100. Null if no health is known. */
    averageHealthScore: z.nullable(z.number()),
  }),
  /**
   * Average seconds from receiving a webhook to processing it, over 24 hours. Null without
   * webhooks.
   */
  webhookSeconds: z.nullable(z.number()),
  integrations: z.array(IntegrationStatus),
  recentAlerts: z.array(z.extend(IntegrationAlert, { integration_id: z.string() })),
  performanceTrends: Trends,
});
export type Dashboard = z.infer<typeof Dashboard>;

export const getDashboard = {
  method: 'GET',
  path: 'integrations/dashboard',
  access: 'guest',
  reply: Dashboard,
} as const satisfies Endpoint;
