import type { Transaction } from 'kysely';
import {
  checkIntegration,
  type IntegrationStatus,
  listIntegrations,
} from '../../src/contract/integration.ts';
import { getDashboard, getIntegration } from '../../src/contract/integrationDetail.ts';
import { meanScore } from '../../src/integrations/health.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { checkMayManage, managedBy } from '../connections/manage.ts';
import {
  asAlert,
  asIncident,
  asIntegration,
  asMaintenance,
  asSync,
  type Surroundings,
} from '../connections/present.ts';
import type { Schema } from '../db/schema.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { type Call, type Caller, noInput, route } from '../http/route.ts';
import { listStoredIncidents, listStoredMaintenance } from '../queries/incidents.ts';
import { listAlerts, readTrends, readUptime } from '../queries/integrationHealth.ts';
import {
  findStoredIntegration,
  listReceived,
  listStoredIntegrations,
  type StoredIntegration,
} from '../queries/integrations.ts';
import { readWorkOffTime } from '../queries/receivedEvents.ts';
import { listSyncs } from '../queries/syncs.ts';

type Trx = Transaction<Schema>;
/** The caller, and the integrations that can be connected. */
type CallContext = Pick<Call<unknown, unknown>, 'caller' | 'integrations'>;

const maxAlerts = 200;
const maintenanceDaysAhead = 7;
const maxLogEntries = 20;

/** Returns the data that the status of an integration needs besides its row. */
export async function readSurroundings(
  trx: Trx,
  { caller, integrations: { canConnect } }: CallContext,
): Promise<Surroundings> {
  return {
    alerts: await listAlerts(trx, { isOpen: true, limit: maxAlerts }),
    maintenance: await listStoredMaintenance(trx, { days: maintenanceDaysAhead }),
    canConnect,
    canManage: await managedBy(trx, caller),
  };
}

async function findOne(trx: Trx, id: string): Promise<StoredIntegration | undefined> {
  return isUuid(id) ? findStoredIntegration(trx, id) : undefined;
}

function required(stored: StoredIntegration | undefined): StoredIntegration {
  if (stored === undefined) throw apiErrors.notFound('There is no such integration. Check the id.');
  return stored;
}

/** Returns the integration of a path. @throws NotFoundError */
export async function readStored(trx: Trx, id: string): Promise<StoredIntegration> {
  return required(await findOne(trx, id));
}

/** Like `readStored`, for an integration that the caller can manage. @throws AuthorizationError */
export async function readManaged(
  trx: Trx,
  id: string,
  caller: Caller,
): Promise<StoredIntegration> {
  const stored = await findOne(trx, id);
  await checkMayManage(trx, caller, stored);
  return required(stored);
}

/** Returns an integration as the API shows it. @throws NotFoundError */
export async function readStatus(
  trx: Trx,
  id: string,
  call: CallContext,
): Promise<IntegrationStatus> {
  return asIntegration(await readStored(trx, id), await readSurroundings(trx, call));
}

export const listIntegrationsRoute = route(
  { ...noInput, ...listIntegrations },
  async ({ trx, ...call }) => {
    const around = await readSurroundings(trx, call);
    const incidents = await listStoredIncidents(trx, { isOpen: true, limit: 50 });
    return {
      integrations: (await listStoredIntegrations(trx)).map((one) => asIntegration(one, around)),
      incidents: incidents.map(asIncident),
      maintenance: around.maintenance.map(asMaintenance),
    };
  },
);

export const getIntegrationRoute = route(
  { ...noInput, ...getIntegration },
  async ({ trx, param, ...call }) => {
    const stored = await readStored(trx, param('id'));
    const { id } = stored;
    const around = await readSurroundings(trx, call);
    const concerns = ({ integrations: ids }: { integrations: string[] }) =>
      ids.length === 0 || ids.includes(id);
    const incidents = await listStoredIncidents(trx, { isOpen: false, limit: 50 });
    const alerts = await listAlerts(trx, {
      integrationId: id,
      isOpen: false,
      limit: maxLogEntries,
    });
    return {
      integration: asIntegration(stored, around),
      trends: await readTrends(trx, id),
      uptime: await readUptime(trx, id),
      sync_log: (await listSyncs(trx, { integrationId: id, limit: maxLogEntries })).map(asSync),
      alerts: alerts.map(asAlert),
      webhook_log: (await listReceived(trx, id, maxLogEntries)).map((event) => ({
        ...event,
        received_at: event.received_at.toISOString(),
      })),
      incidents: incidents.filter(concerns).slice(0, maxLogEntries).map(asIncident),
      maintenance: around.maintenance.filter(concerns).map(asMaintenance),
    };
  },
);

export const checkIntegrationRoute = externalRoute(
  { ...noInput, ...checkIntegration },
  async ({ inScope, param, checkNow, ...call }) => {
    const { id } = await inScope((trx) => readManaged(trx, param('id'), call.caller));
    await checkNow({ tenantId: call.caller.tenantId, integrationId: id });
    return inScope((trx) => readStatus(trx, id, call));
  },
);

export const getDashboardRoute = route(
  { ...noInput, ...getDashboard },
  async ({ trx, ...call }) => {
    const around = await readSurroundings(trx, call);
    const stored = await listStoredIntegrations(trx);
    const states = stored.map(({ health }) => health);
    const recent = await listAlerts(trx, { isOpen: false, limit: maxLogEntries });
    return {
      summary: {
        totalIntegrations: states.length,
        activeIntegrations: states.filter((state) => state === 'healthy').length,
        failingIntegrations: states.filter((state) => state === 'unhealthy').length,
        averageHealthScore: meanScore(states),
      },
      webhookSeconds: await readWorkOffTime(trx),
      integrations: stored.map((one) => asIntegration(one, around)),
      recentAlerts: recent.map((alert) => ({
        ...asAlert(alert),
        integration_id: alert.integration_id,
      })),
      performanceTrends: await readTrends(trx),
    };
  },
);
