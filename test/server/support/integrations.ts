import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createLogger } from '../../../server/base/logger.ts';
import { createVault } from '../../../server/base/vault.ts';
import { type CheckDeps, type Checks, createChecks } from '../../../server/checker/check.ts';
import {
  createIntegrations,
  type Integrations,
  type IntegrationsDeps,
} from '../../../server/connections/integrations.ts';
import type { Database } from '../../../server/db/db.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { asSuperuser } from './database.ts';

/** Integrations with their checks. */
export type TestIntegrations = Integrations & Checks;

export const testVault = createVault(`t1:${randomBytes(32).toString('base64')}`);

/**
 * Creates integrations of a server that checks without long pauses, including systems on this
 * machine.
 */
export function createTestIntegrations(
  database: Pick<Database, 'kysely'>,
  deps: Partial<IntegrationsDeps & Pick<CheckDeps, 'timeoutMs' | 'retryMs' | 'now'>> = {},
): TestIntegrations {
  const all = {
    db: database.kysely,
    logger: createLogger('silent'),
    vault: testVault,
    retryMs: 1,
    // Responses count as immediate, however slow this machine is.
    now: () => 0,
    allowPrivateWebhooks: true,
    ...deps,
  };
  const integrations = createIntegrations(all);
  return { ...integrations, ...createChecks({ ...all, ...integrations }) };
}

/** Runs due checks. Returns how many there were. */
export async function checkDue(integrations: Checks, limit: number): Promise<number> {
  const due = await integrations.claim(limit);
  await Promise.all(due.map(integrations.check));
  return due.length;
}

/**
 * Adds a row to each table of integrations, and to the mails to the tenant's customers, for tests
 * of their RLS policies.
 */
export async function plantIntegration(db: Kysely<Schema>, tenantId: string): Promise<string> {
  const [{ id } = { id: '' }] = await asSuperuser<{ id: string }>(
    db,
    `insert into support.integrations (tenant_id, provider, name, category)
     values ('${tenantId}', 'stripe', 'Stripe', 'payment_processor') returning id`,
  );
  const of = `'${tenantId}', '${id}'`;
  const rows = [
    `received_mails (tenant_id, message_id, from_address, from_name, recipients, subject, content, headers)
     values ('${tenantId}', '<x@x.example>', 'x@x.example', '', '{}', '', '', '{}')`,
    `organizations (tenant_id, id) values ('${tenantId}', 'planted')`,
    `integration_secrets (tenant_id, integration_id, kind, sealed) values (${of}, 'credentials', 'x')`,
    `integration_checks (tenant_id, integration_id, passed) values (${of}, true)`,
    `integration_hours (tenant_id, integration_id, hour, checks, failed) values (${of}, now(), 1, 0)`,
    `integration_alerts (tenant_id, integration_id, type, severity, message)
     values (${of}, 'connectivity', 'high', 'x')`,
    `integration_syncs (tenant_id, integration_id, started_at, status, records)
     values (${of}, now(), 'running', '{"accounts":0,"contacts":0,"engagements":0}')`,
    `received_events (tenant_id, integration_id, id, event_id, type, payload)
     values (${of}, gen_random_uuid(), 'evt_1', 'x', '{}')`,
    `incidents (tenant_id, title, severity, status, integrations, updates)
     values ('${tenantId}', 'x', 'high', 'investigating', '{}', '[]')`,
    `maintenance_windows (tenant_id, title, description, integrations, starts_at, ends_at)
     values ('${tenantId}', 'x', '', '{}', now(), now() + interval '1 hour')`,
    `oauth_states (tenant_id, hash, visitor_hash, provider, sealed_verifier, return_to, proof_hash, expires_at)
     values ('${tenantId}', 'h-${tenantId}', 'v', 'google', 'x', 'x', 'x', now())`,
    `webhooks (tenant_id, id, url, events, sealed_secret, filters, retry)
     values ('${tenantId}', '${tenantId}', 'https://x.example', '{}', 'x', '{}', '{}')`,
    `webhook_interests (tenant_id, type) values ('${tenantId}', 'ticket.created')`,
    `webhook_deliveries (tenant_id, id, webhook_id, event_id, type, payload, budget)
     values ('${tenantId}', '${tenantId}', '${tenantId}', 'x', 'x', '{}', 1)`,
    `daily_summaries (tenant_id) values ('${tenantId}')`,
    `chores (name) values ('chore-of-${tenantId}')`,
    `retired_identity_secrets (tenant_id, secret, expires_at) values ('${tenantId}', 'x', now())`,
    `mails (tenant_id, message_id, ticket_id)
     select tenant_id, '<x>', id from support.tickets where tenant_id = '${tenantId}'`,
    `help_desks (tenant_id, mode, integration_id) values ('${tenantId}', 'live', '${id}')`,
    `chats (tenant_id, integration_id) values ('${tenantId}', '${id}')`,
    `external_tickets (tenant_id, ticket_id, integration_id)
     select tenant_id, id, '${id}' from support.tickets where tenant_id = '${tenantId}'`,
    `external_messages (tenant_id, message_id, ticket_id)
     select tenant_id, id, id from support.tickets where tenant_id = '${tenantId}'`,
    `sandbox_mails (tenant_id, ticket_id, recipient, subject, body)
     select tenant_id, id, 'x', 'x', 'x' from support.tickets where tenant_id = '${tenantId}'`,
  ];
  for (const row of rows) await asSuperuser(db, `insert into support.${row}`);
  return id;
}

/** Number of rows that the tenant's visitors see of the integration, by table. */
export const ofOneIntegration = {
  integrations: 1,
  integration_checks: 1,
  integration_hours: 1,
  integration_alerts: 1,
  integration_syncs: 1,
  incidents: 1,
  maintenance_windows: 1,
  received_events: 1,
  webhook_interests: 1,
  help_desks: 1,
  chats: 1,
};
