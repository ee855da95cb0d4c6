/** Names of `lateEndpoints`. Free of zod: the client knows them before it has the rest. */
export const lateNames = [
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
  'answerQuestion',
] as const;
