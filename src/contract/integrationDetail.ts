import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Incident, IntegrationAlert, IntegrationStatus, MaintenanceWindow } from './integration.ts';
import { SyncLogEntry } from './sync.ts';
import { timestamp } from './text.ts';

/** Null where nothing was measured in this span of time. */
export const TrendPoint = z.object({ at: timestamp, value: z.nullable(z.number()) });
export type TrendPoint = z.infer<typeof TrendPoint>;

/** The last 24 hours, a point an hour, oldest first. Milliseconds, 0 to 1, and checks an hour. */
export const Trends = z.object({
  responseTime: z.array(TrendPoint),
  errorRate: z.array(TrendPoint),
  throughput: z.array(TrendPoint),
});
export type Trends = z.infer<typeof Trends>;

/** The last 30 days in UTC, oldest first. 0 to 100; null where nothing was checked. */
export const Uptime = z.object({
  uptimePercentage: z.nullable(z.number()),
  days: z.array(z.object({ date: z.string(), uptimePercentage: z.nullable(z.number()) })),
});
export type Uptime = z.infer<typeof Uptime>;

/** An event that the provider has sent. */
export const ReceivedEvent = z.object({
  id: z.string(),
  type: z.string(),
  received_at: timestamp,
  status: z.enum(['queued', 'processed', 'failed']),
  message: z.nullable(z.string()),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

/** An integration with the history of its state; lists have the newest 20, newest first. */
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

/** `activeIntegrations` are the healthy ones, `failingIntegrations` the unhealthy ones. */
export const Dashboard = z.object({
  summary: z.object({
    totalIntegrations: z.int(),
    activeIntegrations: z.int(),
    failingIntegrations: z.int(),
    /** 0 to 100; null where nothing is known. */
    averageHealthScore: z.nullable(z.number()),
  }),
  /** Seconds from taking a webhook to having worked it off, on average over 24 hours; null without any. */
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
