/** Names of the endpoints about integrations. Free of zod: the client knows them before it has the rest. */
export const integrationNames = [
  'listIntegrations',
  'getDashboard',
  'listSyncLogs',
  'getStatus',
  'getIntegration',
  'checkIntegration',
  'syncIntegration',
  'startConnect',
  'finishConnect',
  'disconnectIntegration',
] as const;
