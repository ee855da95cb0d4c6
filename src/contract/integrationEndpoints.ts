import { disconnectIntegration, finishConnect, startConnect } from './connect.ts';
import type { Endpoint } from './endpoint.ts';
import { checkIntegration, listIntegrations } from './integration.ts';
import { getDashboard, getIntegration } from './integrationDetail.ts';
import type { integrationNames } from './integrationNames.ts';
import { getStatus } from './status.ts';
import { listSyncLogs, syncIntegration } from './sync.ts';

/** What pages use to show integrations: a table of its own, so that only those that do so load it. */
export const integrationEndpoints = {
  listIntegrations,
  getDashboard,
  listSyncLogs,
  getStatus,
  getIntegration,
  checkIntegration,
  syncIntegration,
  startConnect,
  finishConnect,
  disconnectIntegration,
} as const satisfies Record<(typeof integrationNames)[number], Endpoint>;
