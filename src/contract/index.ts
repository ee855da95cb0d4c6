import {
  createAgentSession,
  getAgentTicket,
  listAgents,
  listAgentTickets,
  updateTicket,
  uploadAgentAttachment,
  writeAgentMessage,
} from './agent.ts';
import { getAgentSession } from './agentSession.ts';
import {
  deleteArticle,
  importArticles,
  listStoredArticles,
  putArticle,
  uploadArticlePicture,
} from './articleAdmin.ts';
import {
  browseArticles,
  getArticleVersion,
  getEditedArticle,
  listArticleVersions,
  moveArticle,
  previewArticle,
  restoreArticleVersion,
  updateArticle,
} from './articleEditing.ts';
import { deleteMissedSearch, getArticleNumbers, listMissedSearches } from './articleNumbers.ts';
import { deskEndpoints } from './deskEndpoints.ts';
import {
  cancelMaintenance,
  listAgentIntegrations,
  listIncidents,
  openIncident,
  planMaintenance,
  removeIntegration,
  reportIntegration,
  updateIncident,
  upsertIntegration,
} from './integrationAdmin.ts';
import { listDeadJobs, retryDeadJob } from './job.ts';
import { erasePerson, exportPerson } from './privacy.ts';
import { listRejectedMails } from './receivedMail.ts';
import { getReport } from './report.ts';
import { listQueues } from './routing.ts';
import { getSettings, updateSettings } from './settings.ts';
import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  retryDelivery,
  testWebhook,
  updateWebhook,
} from './webhook.ts';

/**
 * All endpoints of the team. They need a secret key (server to server) or the session of an agent.
 */
export const agentEndpoints = {
  createAgentSession,
  getAgentSession,
  listAgents,
  listAgentTickets,
  getAgentTicket,
  writeAgentMessage,
  updateTicket,
  uploadAgentAttachment,
  listQueues,
  listRejectedMails,
  listStoredArticles,
  putArticle,
  deleteArticle,
  importArticles,
  uploadArticlePicture,
  browseArticles,
  getEditedArticle,
  updateArticle,
  previewArticle,
  listArticleVersions,
  getArticleVersion,
  restoreArticleVersion,
  moveArticle,
  getArticleNumbers,
  listMissedSearches,
  deleteMissedSearch,
  getReport,
  getSettings,
  updateSettings,
  exportPerson,
  erasePerson,
  listAgentIntegrations,
  upsertIntegration,
  removeIntegration,
  reportIntegration,
  listIncidents,
  openIncident,
  updateIncident,
  planMaintenance,
  cancelMaintenance,
  listWebhooks,
  createWebhook,
  updateWebhook,
  deleteWebhook,
  listDeliveries,
  retryDelivery,
  testWebhook,
  listDeadJobs,
  retryDeadJob,
  ...deskEndpoints,
} as const;

export * from './adminAccount.ts';
export * from './adminAgent.ts';
export * from './adminEndpoints.ts';
export * from './adminIdentity.ts';
export * from './adminKey.ts';
export * from './adminSettings.ts';
export * from './agent.ts';
export * from './answer.ts';
export * from './article.ts';
export * from './articleAdmin.ts';
export * from './articleAudience.ts';
export * from './articleBody.ts';
export * from './articleEditing.ts';
export * from './articleNumbers.ts';
export * from './articlePicture.ts';
export * from './articleSuggestions.ts';
export * from './attachment.ts';
export * from './audit.ts';
export * from './cannedReply.ts';
export * from './config.ts';
export * from './connect.ts';
export * from './deflection.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './envelope.ts';
export * from './event.ts';
export * from './fileName.ts';
export * from './fileType.ts';
export * from './inboxFilter.ts';
export * from './integration.ts';
export * from './integrationAdmin.ts';
export * from './integrationDetail.ts';
export * from './job.ts';
export * from './lateEndpoints.ts';
export * from './limits.ts';
export * from './live.ts';
export * from './merge.ts';
export * from './message.ts';
export * from './news.ts';
export * from './organization.ts';
export * from './presence.ts';
export * from './privacy.ts';
export * from './proactive.ts';
export * from './proactiveRule.ts';
export * from './readMessage.ts';
export * from './receivedMail.ts';
export * from './report.ts';
export * from './role.ts';
export * from './routing.ts';
export * from './sandbox.ts';
export * from './settings.ts';
export * from './status.ts';
export * from './suggestion.ts';
export * from './sync.ts';
export * from './ticket.ts';
export * from './visitor.ts';
export * from './webhook.ts';
export * from './writtenAnswer.ts';
export * from './writtenEvent.ts';
