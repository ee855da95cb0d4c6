import type { deskEndpoints } from '../../src/contract/deskEndpoints.ts';
import type { Route } from '../http/route.ts';
import {
  createCannedReplyRoute,
  deleteCannedReplyRoute,
  listCannedRepliesRoute,
  updateCannedReplyRoute,
} from './cannedReplies.ts';
import { createFilterRoute, deleteFilterRoute, listFiltersRoute } from './inboxFilter.ts';
import { mergeTicketRoute } from './merge.ts';
import { notePresenceRoute } from './presence.ts';
import { listRatingCommentsRoute } from './ratingComments.ts';

/** The routes of `deskEndpoints`. */
export const deskRoutes: { readonly [Name in keyof typeof deskEndpoints]: Route } = {
  listCannedReplies: listCannedRepliesRoute,
  createCannedReply: createCannedReplyRoute,
  updateCannedReply: updateCannedReplyRoute,
  deleteCannedReply: deleteCannedReplyRoute,
  listFilters: listFiltersRoute,
  createFilter: createFilterRoute,
  deleteFilter: deleteFilterRoute,
  notePresence: notePresenceRoute,
  mergeTicket: mergeTicketRoute,
  listRatingComments: listRatingCommentsRoute,
};
