import { getArticle, getArticleIndex, rateArticle, searchArticles } from './article.ts';
import { uploadAttachment } from './attachment.ts';
import { getConfig } from './config.ts';
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

/**
 * All endpoints that pages use, except `lateEndpoints`. The typed client and the server's routes
 * are both created from this table.
 */
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
  getArticleIndex,
  getArticle,
  rateArticle,
} as const;
