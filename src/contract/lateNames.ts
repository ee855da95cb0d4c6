/**
 * Names of `lateEndpoints`. Does not import zod, because the client needs them before the table has
 * loaded.
 */
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
  'suggestArticles',
  'answerQuestion',
  'listNews',
  'listProactive',
] as const;
