import { disconnectIntegration, finishConnect, startConnect } from './connect.ts';
import type { Endpoint } from './endpoint.ts';
import { checkIntegration, listIntegrations } from './integration.ts';
import { getDashboard, getIntegration } from './integrationDetail.ts';
import type { integrationNames } from './integrationNames.ts';

/** What pages use to show integrations: a table of its own, so that only those that do so load it. */
export const integrationEndpoints = {
  listIntegrations,
  // Before `getIntegration`, whose path would take it.
  getDashboard,
  getIntegration,
  checkIntegration,
  startConnect,
  finishConnect,
  disconnectIntegration,
} as const satisfies Record<(typeof integrationNames)[number], Endpoint>;
