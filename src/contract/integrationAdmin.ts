import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import {
  ConnectionState,
  HealthState,
  Incident,
  IncidentStatus,
  IntegrationCategory,
  IntegrationErrorType,
  IntegrationStatus,
  IntegrationVisibility,
  Lifecycle,
  MaintenanceWindow,
  Severity,
} from './integration.ts';
import { limits } from './limits.ts';
import { requiredLine, requiredText, safeUrl, text, timestamp } from './text.ts';

const count = z.int().check(z.gte(0, { error: 'Must be 0 or more.' }), z.lte(2_147_483_647));
const records = z.object({ accounts: count, contacts: count, engagements: count });
const ids = z.array(text(36)).check(z.maxLength(100, { error: 'Must be at most 100.' }));

/** Letters, numbers, `_` and `-`. The first character is a letter. */
const provider = text(limits.category).check(
  z.regex(/^[a-z][a-z0-9_-]*$/, { error: 'Must be the id of a provider.' }),
);

/** Lists integrations of the account itself, or of one organization. */
export const listAgentIntegrations = {
  method: 'GET',
  path: 'agent/integrations',
  access: 'agent',
  query: z.object({ organization_id: z.optional(text(limits.id)) }),
  reply: z.object({
    integrations: z.array(
      z.extend(IntegrationStatus, {
        visibility: IntegrationVisibility,
        /** New requests live there too. */
        help_desk: z.boolean(),
      }),
    ),
  }),
} as const satisfies Endpoint;

/**
 * Creates the integration with this provider and name, or changes its given fields. It belongs to
 * the organization in `organization_id`, or else to the account. `credentials`: those that its
 * provider needs. They are stored encrypted and never returned. Name and category default to those
 * of the catalog.
 */
export const upsertIntegration = {
  method: 'POST',
  path: 'agent/integrations',
  access: 'secret',
  body: z.object({
    provider,
    organization_id: z.optional(requiredText(limits.id)),
    /** For the account's own integrations. Default `public`. */
    visibility: z.optional(IntegrationVisibility),
    name: z.optional(requiredLine(limits.name)),
    category: z.optional(IntegrationCategory),
    lifecycle: z.optional(Lifecycle),
    credentials: z.optional(z.record(text(limits.category), text(16_384))),
    /** Base URL of the provider's API. Default: the usual one. */
    base_url: z.optional(safeUrl),
    sync_frequency: z.optional(z.nullable(count)),
    migrate_url: z.optional(z.nullable(safeUrl)),
    /**
     * True: requests also live in this help desk, instead of an earlier one. False: they live in
     * the built-in desk only.
     */
    help_desk: z.optional(z.boolean()),
  }),
  reply: IntegrationStatus,
} as const satisfies Endpoint;

export const removeIntegration = {
  method: 'DELETE',
  path: 'agent/integrations/{id}',
  access: 'secret',
  reply: z.object({ removed: z.literal(true) }),
} as const satisfies Endpoint;

/**
 * Reports the state of an integration from the host's own backend. Changes only the given fields.
 */
export const reportIntegration = {
  method: 'POST',
  path: 'agent/integrations/{id}/report',
  access: 'secret',
  body: z.object({
    lifecycle: z.optional(Lifecycle),
    connection: z.optional(
      z.object({
        state: z.optional(ConnectionState),
        error_count: z.optional(count),
        data_synced: z.optional(records),
      }),
    ),
    health: z.optional(
      z.object({
        state: z.optional(HealthState),
        /** Milliseconds. */
        responseTime: z.optional(z.number().check(z.gte(0), z.lte(3_600_000))),
        /** 0 to 1. */
        errorRate: z.optional(z.number().check(z.gte(0), z.lte(1))),
      }),
    ),
    error_type: z.optional(z.nullable(IntegrationErrorType)),
    reason: z.optional(z.nullable(text(limits.contextLine))),
    /** The result of a sync. It also ends the requested sync. */
    sync: z.optional(
      z.object({
        started_at: timestamp,
        finished_at: timestamp,
        status: z.enum(['succeeded', 'failed']),
        records,
        message: z.optional(text(limits.contextLine)),
      }),
    ),
  }),
  reply: IntegrationStatus,
} as const satisfies Endpoint;

export const listIncidents = {
  method: 'GET',
  path: 'agent/incidents',
  access: 'agent',
  reply: z.object({ incidents: z.array(Incident), maintenance: z.array(MaintenanceWindow) }),
} as const satisfies Endpoint;

export const openIncident = {
  method: 'POST',
  path: 'agent/incidents',
  access: 'agent',
  body: z.object({
    title: requiredLine(limits.subject),
    severity: z._default(Severity, 'high'),
    message: requiredText(limits.comment),
    integrations: z._default(ids, []),
  }),
  reply: Incident,
} as const satisfies Endpoint;

/** Adds an update to an incident. `resolved` ends it. */
export const updateIncident = {
  method: 'POST',
  path: 'agent/incidents/{id}/updates',
  access: 'agent',
  body: z.object({ status: IncidentStatus, message: requiredText(limits.comment) }),
  reply: Incident,
} as const satisfies Endpoint;

/**
 * Plans maintenance. During this time its integrations have the state maintenance and raise no
 * alerts.
 */
export const planMaintenance = {
  method: 'POST',
  path: 'agent/maintenance',
  access: 'agent',
  body: z
    .object({
      title: requiredLine(limits.subject),
      description: z._default(text(limits.comment), ''),
      integrations: z._default(ids, []),
      starts_at: timestamp,
      ends_at: timestamp,
    })
    .check(
      z.refine(({ starts_at, ends_at }) => Date.parse(starts_at) < Date.parse(ends_at), {
        error: 'Must be after its start.',
        path: ['ends_at'],
      }),
    ),
  reply: MaintenanceWindow,
} as const satisfies Endpoint;

export const cancelMaintenance = {
  method: 'DELETE',
  path: 'agent/maintenance/{id}',
  access: 'agent',
  reply: z.object({ removed: z.literal(true) }),
} as const satisfies Endpoint;
