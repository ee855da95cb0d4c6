import {
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from './cannedReply.ts';
import { createFilter, deleteFilter, listFilters } from './inboxFilter.ts';
import { mergeTicket } from './merge.ts';
import { notePresence } from './presence.ts';
import { listRatingComments } from './ratingComment.ts';

/** Endpoints that the team's desk needs in addition to requests and messages. */
export const deskEndpoints = {
  listCannedReplies,
  createCannedReply,
  updateCannedReply,
  deleteCannedReply,
  listFilters,
  createFilter,
  deleteFilter,
  notePresence,
  mergeTicket,
  listRatingComments,
} as const;
