import type { endpoints } from '../../src/contract/index.ts';
import type { Route, UploadRoute } from '../route.ts';
import { uploadAttachmentRoute } from './attachments.ts';
import { configRoute } from './config.ts';
import { createTicketRoute, getTicketRoute, listTicketsRoute } from './tickets.ts';

/** One route for each endpoint of the contract; one that lacks its route does not compile. */
export const routes: RoutesOf<typeof endpoints> = {
  getConfig: configRoute,
  createTicket: createTicketRoute,
  listTickets: listTicketsRoute,
  getTicket: getTicketRoute,
  uploadAttachment: uploadAttachmentRoute,
};

type RoutesOf<Table> = {
  [Name in keyof Table]: Table[Name] extends { upload: true } ? UploadRoute : Route;
};
