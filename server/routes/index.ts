import type {
  adminEndpoints,
  agentEndpoints,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import type { ExternalRoute } from '../http/externalRoute.ts';
import type { Route, UploadRoute } from '../http/route.ts';
import { adminRoutes } from './admin.ts';
import { getAgentSessionRoute } from './agentSession.ts';
import { createAgentSessionRoute, listAgentsRoute, listAgentTicketsRoute } from './agents.ts';
import { getAgentTicketRoute, updateTicketRoute, writeAgentMessageRoute } from './agentTicket.ts';
import {
  deleteArticleRoute,
  importArticlesRoute,
  listStoredArticlesRoute,
  putArticleRoute,
  uploadArticlePictureRoute,
} from './articleAdmin.ts';
import {
  browseArticlesRoute,
  getArticleVersionRoute,
  getEditedArticleRoute,
  listArticleVersionsRoute,
  previewArticleRoute,
  restoreArticleVersionRoute,
  updateArticleRoute,
} from './articleEditing.ts';
import { moveArticleRoute } from './articleMoves.ts';
import {
  deleteMissedSearchRoute,
  getArticleNumbersRoute,
  listMissedSearchesRoute,
} from './articleNumbers.ts';
import {
  answerRoute,
  articleIndexRoute,
  searchArticlesRoute,
  suggestArticlesRoute,
} from './articleSearch.ts';
import { getArticleRoute, rateArticleRoute } from './articles.ts';
import { uploadAgentAttachmentRoute, uploadAttachmentRoute } from './attachments.ts';
import { configRoute } from './config.ts';
import { disconnectRoute, finishConnectRoute, startConnectRoute } from './connect.ts';
import {
  getTicketRoute,
  listMessagesRoute,
  markReadRoute,
  rateRoute,
  reopenRoute,
  replyRoute,
} from './conversations.ts';
import { deskRoutes } from './deskRoutes.ts';
import { recordEventsRoute } from './events.ts';
import {
  cancelMaintenanceRoute,
  listIncidentsRoute,
  openIncidentRoute,
  planMaintenanceRoute,
  updateIncidentRoute,
} from './incidents.ts';
import {
  listAgentIntegrationsRoute,
  removeIntegrationRoute,
  reportIntegrationRoute,
  upsertIntegrationRoute,
} from './integrationAdmin.ts';
import {
  checkIntegrationRoute,
  getDashboardRoute,
  getIntegrationRoute,
  listIntegrationsRoute,
} from './integrations.ts';
import { listDeadJobsRoute, retryDeadJobRoute } from './jobs.ts';
import { listNewsRoute } from './news.ts';
import { erasePersonRoute, exportPersonRoute } from './privacy.ts';
import { listProactiveRoute } from './proactive.ts';
import { listQueuesRoute } from './queues.ts';
import { listRejectedMailsRoute } from './receivedMails.ts';
import { reportRoute } from './report.ts';
import { getSettingsRoute, updateSettingsRoute } from './settings.ts';
import { statusRoute } from './status.ts';
import { syncLogsRoute, syncRoute } from './syncs.ts';
import { createTicketRoute, listTicketsRoute } from './tickets.ts';
import { claimRoute } from './visitor.ts';
import {
  createWebhookRoute,
  deleteWebhookRoute,
  listDeliveriesRoute,
  listWebhooksRoute,
  retryDeliveryRoute,
  testWebhookRoute,
  updateWebhookRoute,
} from './webhooks.ts';

/** The routes, one for each endpoint of the contract. A missing route is a type error. */
export const routes: RoutesOf<
  typeof endpoints &
    typeof eventEndpoints &
    typeof lateEndpoints &
    typeof agentEndpoints &
    typeof adminEndpoints
> = {
  ...adminRoutes,
  ...deskRoutes,
  getConfig: configRoute,
  createTicket: createTicketRoute,
  listTickets: listTicketsRoute,
  getTicket: getTicketRoute,
  listMessages: listMessagesRoute,
  replyToTicket: replyRoute,
  rateTicket: rateRoute,
  reopenTicket: reopenRoute,
  markRead: markReadRoute,
  claimRequests: claimRoute,
  createAgentSession: createAgentSessionRoute,
  getAgentSession: getAgentSessionRoute,
  listAgents: listAgentsRoute,
  listAgentTickets: listAgentTicketsRoute,
  getAgentTicket: getAgentTicketRoute,
  writeAgentMessage: writeAgentMessageRoute,
  updateTicket: updateTicketRoute,
  uploadAttachment: uploadAttachmentRoute,
  uploadAgentAttachment: uploadAgentAttachmentRoute,
  listQueues: listQueuesRoute,
  listRejectedMails: listRejectedMailsRoute,
  listStoredArticles: listStoredArticlesRoute,
  putArticle: putArticleRoute,
  deleteArticle: deleteArticleRoute,
  importArticles: importArticlesRoute,
  uploadArticlePicture: uploadArticlePictureRoute,
  browseArticles: browseArticlesRoute,
  getEditedArticle: getEditedArticleRoute,
  updateArticle: updateArticleRoute,
  previewArticle: previewArticleRoute,
  listArticleVersions: listArticleVersionsRoute,
  getArticleVersion: getArticleVersionRoute,
  restoreArticleVersion: restoreArticleVersionRoute,
  moveArticle: moveArticleRoute,
  getArticleNumbers: getArticleNumbersRoute,
  listMissedSearches: listMissedSearchesRoute,
  deleteMissedSearch: deleteMissedSearchRoute,
  searchArticles: searchArticlesRoute,
  suggestArticles: suggestArticlesRoute,
  answerQuestion: answerRoute,
  getArticleIndex: articleIndexRoute,
  listNews: listNewsRoute,
  listProactive: listProactiveRoute,
  getArticle: getArticleRoute,
  rateArticle: rateArticleRoute,
  recordEvents: recordEventsRoute,
  getReport: reportRoute,
  getSettings: getSettingsRoute,
  updateSettings: updateSettingsRoute,
  exportPerson: exportPersonRoute,
  erasePerson: erasePersonRoute,
  listIntegrations: listIntegrationsRoute,
  getDashboard: getDashboardRoute,
  listSyncLogs: syncLogsRoute,
  getStatus: statusRoute,
  syncIntegration: syncRoute,
  getIntegration: getIntegrationRoute,
  checkIntegration: checkIntegrationRoute,
  startConnect: startConnectRoute,
  finishConnect: finishConnectRoute,
  disconnectIntegration: disconnectRoute,
  listAgentIntegrations: listAgentIntegrationsRoute,
  upsertIntegration: upsertIntegrationRoute,
  removeIntegration: removeIntegrationRoute,
  reportIntegration: reportIntegrationRoute,
  listIncidents: listIncidentsRoute,
  openIncident: openIncidentRoute,
  updateIncident: updateIncidentRoute,
  planMaintenance: planMaintenanceRoute,
  cancelMaintenance: cancelMaintenanceRoute,
  listWebhooks: listWebhooksRoute,
  createWebhook: createWebhookRoute,
  updateWebhook: updateWebhookRoute,
  deleteWebhook: deleteWebhookRoute,
  listDeliveries: listDeliveriesRoute,
  retryDelivery: retryDeliveryRoute,
  testWebhook: testWebhookRoute,
  listDeadJobs: listDeadJobsRoute,
  retryDeadJob: retryDeadJobRoute,
};

type RoutesOf<Table> = {
  [Name in keyof Table]: Table[Name] extends { upload: true } ? UploadRoute : Route | ExternalRoute;
};
