import type { agentEndpoints, endpoints } from '../../src/contract/index.ts';
import type { Route } from '../route.ts';
import {
  createAgentSessionRoute,
  getAgentTicketRoute,
  listAgentsRoute,
  listAgentTicketsRoute,
  updateTicketRoute,
  writeAgentMessageRoute,
} from './agents.ts';
import { configRoute } from './config.ts';
import {
  getTicketRoute,
  listMessagesRoute,
  markReadRoute,
  rateRoute,
  reopenRoute,
  replyRoute,
} from './conversations.ts';
import { createTicketRoute, listTicketsRoute } from './tickets.ts';
import { claimRoute } from './visitor.ts';

type Name = keyof typeof endpoints | keyof typeof agentEndpoints;

/** One route for each endpoint of the contract; one that lacks its route does not compile. */
export const routes: Record<Name, Route> = {
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
};
