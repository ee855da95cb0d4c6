import {
  cancelMaintenance,
  listIncidents,
  openIncident,
  planMaintenance,
  updateIncident,
} from '../../src/contract/integrationAdmin.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { asIncident, asMaintenance } from '../connections/present.ts';
import { type Call, noInput, route } from '../http/route.ts';
import {
  addIncidentUpdate,
  deleteMaintenance,
  insertIncident,
  insertMaintenance,
  listStoredIncidents,
  listStoredMaintenance,
  type StoredMaintenance,
} from '../queries/incidents.ts';
import { listStoredIntegrations } from '../queries/integrations.ts';
import { notifyTenant } from '../queries/live.ts';

type Trx = Call<unknown, unknown>['trx'];

/** Days. Large enough to include everything that is planned. */
const maxPlannedDays = 3_650;

/** @throws ValidationError if an id is not an integration of the tenant */
async function checkIds(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const known = new Set((await listStoredIntegrations(trx)).map(({ id }) => id));
  if (ids.every((id) => known.has(id))) return [...new Set(ids)];
  throw apiErrors.invalid([{ field: 'integrations', message: 'Must be ids of integrations.' }]);
}

export const listIncidentsRoute = route({ ...noInput, ...listIncidents }, async ({ trx }) => ({
  incidents: (await listStoredIncidents(trx, { isOpen: false, limit: 100 })).map(asIncident),
  maintenance: (await listStoredMaintenance(trx, { days: maxPlannedDays })).map(asMaintenance),
}));

export const openIncidentRoute = route(
  { ...noInput, ...openIncident },
  async ({ trx, body, note }) => {
    const { message, title, severity } = body;
    const integrations = await checkIds(trx, body.integrations);
    const created_at = new Date().toISOString();
    const update = { status: 'investigating', message, created_at } as const;
    const stored = await insertIncident(trx, { title, severity, integrations }, update);
    await notifyTenant(trx, { type: 'integration' });
    note({ target: stored.id, after: { title, severity, integrations, status: stored.status } });
    return asIncident(stored);
  },
);

export const updateIncidentRoute = route(
  { ...noInput, ...updateIncident },
  async ({ trx, body, param, note }) => {
    const id = param('id');
    const update = { ...body, created_at: new Date().toISOString() };
    const stored = isUuid(id) ? await addIncidentUpdate(trx, id, update) : undefined;
    if (stored === undefined) throw apiErrors.notFound('There is no such incident. Check the id.');
    await notifyTenant(trx, { type: 'integration' });
    note({ after: { title: stored.title, status: stored.status } });
    return asIncident(stored);
  },
);

export const planMaintenanceRoute = route(
  { ...noInput, ...planMaintenance },
  async ({ trx, body, note }) => {
    const stored = await insertMaintenance(trx, {
      ...body,
      integrations: await checkIds(trx, body.integrations),
      starts_at: new Date(body.starts_at),
      ends_at: new Date(body.ends_at),
    });
    await notifyTenant(trx, { type: 'integration' });
    note({ target: stored.id, after: factsOf(stored) });
    return asMaintenance(stored);
  },
);

export const cancelMaintenanceRoute = route(
  { ...noInput, ...cancelMaintenance },
  async ({ trx, param, note }) => {
    const id = param('id');
    const removed = isUuid(id) ? await deleteMaintenance(trx, id) : undefined;
    if (removed === undefined)
      throw apiErrors.notFound('There is no such maintenance. Check the id.');
    await notifyTenant(trx, { type: 'integration' });
    note({ before: factsOf(removed) });
    return { removed: true as const };
  },
);

/** The fields of a maintenance window for the audit log. */
function factsOf(stored: StoredMaintenance) {
  const { title, integrations, starts_at, ends_at } = asMaintenance(stored);
  return { title, integrations, starts_at, ends_at };
}
