import type { Transaction } from 'kysely';
import type { Reply } from '../../src/contract/endpoint.ts';
import { getStatus } from '../../src/contract/status.ts';
import { asIncident, asMaintenance } from '../connections/present.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, route } from '../http/route.ts';
import { listStoredIncidents, listStoredMaintenance } from '../queries/incidents.ts';

const shownDays = 7;
const severities = ['critical', 'high', 'medium', 'low'] as const;

export const statusRoute = route({ ...noInput, ...getStatus }, ({ trx }) => readStatus(trx));

/** Returns the public status: the problems that everyone can see. */
export async function readStatus(trx: Transaction<Schema>): Promise<Reply<typeof getStatus>> {
  const now = Date.now();
  const incidents = (await listStoredIncidents(trx, { isOpen: false, limit: 100 })).filter(
    ({ resolved_at: ended }) => ended === null || ended.getTime() > now - shownDays * 86_400_000,
  );
  const maintenance = await listStoredMaintenance(trx, { days: shownDays });
  const open = incidents.filter(({ resolved_at }) => resolved_at === null);
  const isInMaintenance = maintenance.some(({ starts_at }) => starts_at.getTime() <= now);
  const otherwise = isInMaintenance ? ('maintenance' as const) : ('operational' as const);
  return {
    status: open.length > 0 ? ('incident' as const) : otherwise,
    severity: severities.find((one) => open.some(({ severity }) => severity === one)) ?? null,
    incidents: incidents.map(asIncident),
    maintenance: maintenance.map(asMaintenance),
  };
}
