import { sql } from 'kysely';
import type { Body } from '../../src/contract/endpoint.ts';
import {
  listAgentIntegrations,
  removeIntegration,
  reportIntegration,
  upsertIntegration,
} from '../../src/contract/integrationAdmin.ts';
import { findSystem } from '../../src/integrations/catalogue.ts';
import { checkInterval, healthOf } from '../../src/integrations/health.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isClosedUrl } from '../base/publicInternet.ts';
import { sealCredentials } from '../connections/credentials.ts';
import { saveHelpDesk } from '../connections/helpDesk.ts';
import { asIntegration } from '../connections/present.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput, route } from '../http/route.ts';
import { findProvider } from '../providers/index.ts';
import { listHelpDesks } from '../queries/helpDesks.ts';
import {
  changeIntegration,
  deleteIntegration,
  findOrCreateIntegration,
  type IntegrationChange,
  listStoredIntegrations,
  storeSecret,
} from '../queries/integrations.ts';
import { notifyIntegration } from '../queries/live.ts';
import { upsertOrganization } from '../queries/organizations.ts';
import { endSync } from '../queries/syncs.ts';
import { readStatus, readStored, readSurroundings } from './integrations.ts';

export const listAgentIntegrationsRoute = route(
  { ...noInput, ...listAgentIntegrations },
  async ({ trx, query: { organization_id = null }, ...call }) => {
    const around = await readSurroundings(trx, call);
    const stored = await listStoredIntegrations(trx, organization_id);
    const desks = await listHelpDesks(trx);
    return {
      integrations: stored.map((one) => ({
        ...asIntegration(one, around),
        visibility: one.visibility,
        help_desk: desks.has(one.id),
      })),
    };
  },
);

export const upsertIntegrationRoute = route(
  { ...noInput, ...upsertIntegration },
  async ({ trx, body, note, ...call }) => {
    const { caller, integrations } = call;
    const { provider, credentials, organization_id = null, help_desk, ...settings } = body;
    const system = findSystem(provider);
    const name = settings.name ?? system?.name ?? provider;
    const category = settings.category ?? system?.category;
    if (category === undefined) {
      const message = 'Required for a provider that is not in the catalog.';
      throw apiErrors.invalid([{ field: 'category', message }]);
    }
    const { base_url } = settings;
    const isOpen =
      integrations.allowPrivateWebhooks || !base_url || !isClosedUrl(new URL(base_url));
    if (!isOpen) {
      const message = 'Must be an address on the public internet.';
      throw apiErrors.invalid([{ field: 'base_url', message }]);
    }
    if (organization_id !== null) await upsertOrganization(trx, { id: organization_id });
    const id = await findOrCreateIntegration(trx, { organization_id, provider, name, category });
    await changeIntegration(trx, id, { ...settings, name, category });
    const { lifecycle, visibility } = settings;
    const has_credentials = credentials !== undefined;
    const facts = { provider, name, organization_id, lifecycle, visibility };
    const after = { ...facts, has_credentials, help_desk };
    note({ target: id, after });
    if (credentials !== undefined) {
      const place = { tenantId: caller.tenantId, integrationId: id };
      const sealed = sealCredentials(integrations.vault, provider, credentials, place);
      await storeSecret(trx, { integrationId: id, kind: 'credentials', sealed, expiresAt: null });
      await changeIntegration(trx, id, {
        next_check_at: findProvider(provider)?.probe === undefined ? null : sql<Date>`now()`,
        checking_until: null,
        check_losses: 0,
        passes: 2,
        slow_checks: 0,
        error_type: null,
        reason: null,
      });
    }
    await saveHelpDesk(trx, integrations.vault, {
      tenantId: caller.tenantId,
      integrationId: id,
      mode: caller.mode,
      provider,
      organizationId: organization_id,
      isRequested: help_desk,
      hasNewCredentials: has_credentials,
    });
    await notifyIntegration(trx, id);
    return readStatus(trx, id, call);
  },
);

export const removeIntegrationRoute = externalRoute(
  { ...noInput, ...removeIntegration },
  async ({ caller: { tenantId }, inScope, param, integrations, note }) => {
    const { id, provider, name, organization_id } = await inScope((trx) =>
      readStored(trx, param('id')),
    );
    await integrations.disconnect(provider, { tenantId, integrationId: id }, async (trx) => {
      await notifyIntegration(trx, id);
      await deleteIntegration(trx, id);
    });
    note({ before: { provider, name, organization_id } });
    return { removed: true as const };
  },
);

export const reportIntegrationRoute = route(
  { ...noInput, ...reportIntegration },
  async ({ trx, param, body, note, ...call }) => {
    const { id, connection } = await readStored(trx, param('id'));
    // A report of a finished sync ends the state `syncing`, unless the report sets the connection
    // itself.
    const isOver = body.sync !== undefined && connection === 'syncing';
    if (isOver) await changeIntegration(trx, id, { connection: 'connected' });
    await changeIntegration(trx, id, changesOf(body));
    if (body.sync !== undefined) {
      const { started_at, finished_at, status, records, message = null } = body.sync;
      const finished = new Date(finished_at);
      await endSync(trx, id, {
        started_at: new Date(started_at),
        finished_at: finished,
        status,
        records: JSON.stringify(records),
        message,
      });
      if (status === 'succeeded') await changeIntegration(trx, id, { last_sync: finished });
    }
    await notifyIntegration(trx, id);
    note({
      after: {
        lifecycle: body.lifecycle,
        connection: body.connection?.state,
        health: body.health?.state,
        sync: body.sync?.status,
      },
    });
    return readStatus(trx, id, call);
  },
);

/** Returns the changes for a report. A report of health counts as a check. */
function changesOf(report: Body<typeof reportIntegration>): IntegrationChange {
  const { lifecycle, connection, health, error_type, reason } = report;
  const { responseTime = null, errorRate = null } = health ?? {};
  const state = health?.state ?? healthOf({ responseTime, errorRate });
  const isConnected = connection?.state === 'connected' || connection?.state === 'syncing';
  return {
    lifecycle,
    error_type,
    reason,
    connection: connection?.state,
    ...(isConnected && { ever_connected: true }),
    error_count: connection?.error_count,
    data_synced: connection?.data_synced,
    ...(health && {
      health: state,
      check_interval: checkInterval(state),
      response_time: responseTime,
      error_rate: errorRate,
      last_check: new Date(),
    }),
  };
}
