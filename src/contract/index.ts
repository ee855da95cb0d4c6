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
import { recordEvents } from './event.ts';
import {
  getTicket,
  listMessages,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from './message.ts';
import { erasePerson, exportPerson } from './privacy.ts';
import { getReport } from './report.ts';
import { createTicket, listTickets } from './ticket.ts';
import { claimRequests } from './visitor.ts';

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
  recordEvents,
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
  getReport,
  exportPerson,
  erasePerson,
} as const;

export * from './agent.ts';
export * from './article.ts';
export * from './articleBody.ts';
export * from './attachment.ts';
export * from './config.ts';
export * from './deflection.ts';
export * from './endpoint.ts';
export * from './envelope.ts';
export * from './event.ts';
export * from './fileName.ts';
export * from './fileType.ts';
export * from './limits.ts';
export * from './live.ts';
export * from './message.ts';
export * from './privacy.ts';
export * from './report.ts';
export * from './suggestion.ts';
export * from './ticket.ts';
export * from './visitor.ts';
