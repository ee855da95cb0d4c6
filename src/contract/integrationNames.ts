/** Names of the endpoints about integrations. Free of zod: the client knows them before it has the rest. */
export const integrationNames = [
  'listIntegrations',
  'getDashboard',
  'getIntegration',
  'checkIntegration',
  'startConnect',
  'finishConnect',
  'disconnectIntegration',
] as const;
