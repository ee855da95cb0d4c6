import { listSyncLogs, syncIntegration } from '../../src/contract/sync.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { asSync } from '../connections/present.ts';
import { requestSync } from '../connections/requestSync.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput, route } from '../http/route.ts';
import { listSyncs } from '../queries/syncs.ts';
import { readManaged, readStatus, readStored } from './integrations.ts';

const defaultPageSize = 50;

export const syncLogsRoute = route({ ...noInput, ...listSyncLogs }, async ({ trx, query }) => {
  const { integration_id, status, cursor: after } = query;
  if (after !== undefined && !isUuid(after)) {
    throw apiErrors.invalid([{ field: 'cursor', message: 'Must be a next_cursor of this list.' }]);
  }
  const integrationId = integration_id && (await readStored(trx, integration_id)).id;
  const limit = Number(query.limit ?? defaultPageSize);
  // One more than requested, to find out whether there is a next page.
  const found = await listSyncs(trx, { integrationId, status, after, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return {
    sync_logs: shown.map(asSync),
    next_cursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
});

export const syncRoute = externalRoute(
  { ...noInput, ...syncIntegration },
  async ({ inScope, param, checkNow, ...call }) => {
    const { tenantId } = call.caller;
    const { id } = await inScope((trx) => readManaged(trx, param('id'), call.caller));
    const requested = await call.integrations.inTenant(tenantId, (trx) => requestSync(trx, id));
    if (requested === 'test') await checkNow({ tenantId, integrationId: id });
    const integration = await inScope((trx) => readStatus(trx, id, call));
    return { requested, integration };
  },
);
