import type { endpoints } from '../../src/contract/index.ts';
import type { Route } from '../route.ts';
import { getArticleRoute, rateArticleRoute } from './articles.ts';
import { configRoute } from './config.ts';
import { createTicketRoute, getTicketRoute, listTicketsRoute } from './tickets.ts';

/** One route for each endpoint of the contract; one that lacks its route does not compile. */
export const routes: Record<keyof typeof endpoints, Route> = {
  getConfig: configRoute,
  createTicket: createTicketRoute,
  listTickets: listTicketsRoute,
  getTicket: getTicketRoute,
  getArticle: getArticleRoute,
  rateArticle: rateArticleRoute,
};
