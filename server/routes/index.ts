import type { agentEndpoints, endpoints } from '../../src/contract/index.ts';
import type { Route, UploadRoute } from '../route.ts';
import {
  createAgentSessionRoute,
  getAgentTicketRoute,
  listAgentsRoute,
  listAgentTicketsRoute,
  updateTicketRoute,
  writeAgentMessageRoute,
} from './agents.ts';
import { articleIndexRoute, searchArticlesRoute, suggestArticlesRoute } from './articleSearch.ts';
import { getArticleRoute, rateArticleRoute } from './articles.ts';
import { uploadAgentAttachmentRoute, uploadAttachmentRoute } from './attachments.ts';
import { configRoute } from './config.ts';
import {
  getTicketRoute,
  listMessagesRoute,
  markReadRoute,
  rateRoute,
  reopenRoute,
  replyRoute,
} from './conversations.ts';
import { recordEventsRoute } from './events.ts';
import { erasePersonRoute, exportPersonRoute } from './privacy.ts';
import { reportRoute } from './report.ts';
import { createTicketRoute, listTicketsRoute } from './tickets.ts';
import { claimRoute } from './visitor.ts';

/** One route for each endpoint of the contract; one that lacks its route does not compile. */
export const routes: RoutesOf<typeof endpoints & typeof agentEndpoints> = {
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
  listAgents: listAgentsRoute,
  listAgentTickets: listAgentTicketsRoute,
  getAgentTicket: getAgentTicketRoute,
  writeAgentMessage: writeAgentMessageRoute,
  updateTicket: updateTicketRoute,
  uploadAttachment: uploadAttachmentRoute,
  uploadAgentAttachment: uploadAgentAttachmentRoute,
  searchArticles: searchArticlesRoute,
  suggestArticles: suggestArticlesRoute,
  getArticleIndex: articleIndexRoute,
  getArticle: getArticleRoute,
  rateArticle: rateArticleRoute,
  recordEvents: recordEventsRoute,
  getReport: reportRoute,
  exportPerson: exportPersonRoute,
  erasePerson: erasePersonRoute,
};

type RoutesOf<Table> = {
  [Name in keyof Table]: Table[Name] extends { upload: true } ? UploadRoute : Route;
};
