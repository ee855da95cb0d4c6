import {
  createAgentSession,
  getAgentTicket,
  listAgents,
  listAgentTickets,
  updateTicket,
  uploadAgentAttachment,
  writeAgentMessage,
} from './agent.ts';
import {
  getArticle,
  getArticleIndex,
  rateArticle,
  searchArticles,
  suggestArticles,
} from './article.ts';
import { uploadAttachment } from './attachment.ts';
import { getConfig } from './config.ts';
import {
  checkIntegration,
  disconnectIntegration,
  listIntegrations,
  startConnect,
} from './integration.ts';
import {
  cancelMaintenance,
  listIncidents,
  openIncident,
  planMaintenance,
  removeIntegration,
  reportIntegration,
  updateIncident,
  upsertIntegration,
} from './integrationAdmin.ts';
import { getDashboard, getIntegration } from './integrationDetail.ts';
import {
  getTicket,
  listMessages,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from './message.ts';
import { createTicket, listTickets } from './ticket.ts';
import { claimRequests } from './visitor.ts';
import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  retryDelivery,
  testWebhook,
  updateWebhook,
} from './webhook.ts';

/** Every endpoint that pages use. The typed client and the server's routes are both made from this table. */
export const endpoints = {
  getConfig,
  createTicket,
  listTickets,
  getTicket,
  uploadAttachment,
  listMessages,
  replyToTicket,
  rateTicket,
  reopenTicket,
  markRead,
  claimRequests,
  searchArticles,
  suggestArticles,
  getArticleIndex,
  getArticle,
  rateArticle,
  listIntegrations,
  getDashboard,
  getIntegration,
  checkIntegration,
  startConnect,
  disconnectIntegration,
} as const;

/** Every endpoint of the team: a secret key, server to server, or the session of an agent. */
export const agentEndpoints = {
  createAgentSession,
  listAgents,
  listAgentTickets,
  getAgentTicket,
  writeAgentMessage,
  updateTicket,
  uploadAgentAttachment,
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
} as const;

export * from './agent.ts';
export * from './article.ts';
export * from './articleBody.ts';
export * from './attachment.ts';
export * from './config.ts';
export * from './endpoint.ts';
export * from './envelope.ts';
export * from './fileName.ts';
export * from './fileType.ts';
export * from './integration.ts';
export * from './integrationAdmin.ts';
export * from './integrationDetail.ts';
export * from './limits.ts';
export * from './live.ts';
export * from './message.ts';
export * from './suggestion.ts';
export * from './ticket.ts';
export * from './visitor.ts';
export * from './webhook.ts';
