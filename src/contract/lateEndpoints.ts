import { answerQuestion } from './answer.ts';
import { suggestArticles } from './articleSuggestions.ts';
import { disconnectIntegration, finishConnect, startConnect } from './connect.ts';
import type { Endpoint } from './endpoint.ts';
import { checkIntegration, listIntegrations } from './integration.ts';
import { getDashboard, getIntegration } from './integrationDetail.ts';
import type { lateNames } from './lateNames.ts';
import { listNews } from './news.ts';
import { listProactive } from './proactive.ts';
import { getStatus } from './status.ts';
import { listSyncLogs, syncIntegration } from './sync.ts';

/**
 * Endpoints that most visits do not need. They are a separate table, which loads with the first
 * call.
 */
export const lateEndpoints = {
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
  suggestArticles,
  answerQuestion,
  listNews,
  listProactive,
} as const satisfies Record<(typeof lateNames)[number], Endpoint>;
