import {
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from './cannedReply.ts';

/** Endpoints of the team for work in the desk, beyond requests and their messages. */
export const deskEndpoints = {
  listCannedReplies,
  createCannedReply,
  updateCannedReply,
  deleteCannedReply,
} as const;
