import type { deskEndpoints } from '../../src/contract/deskEndpoints.ts';
import type { Route } from '../http/route.ts';
import {
  createCannedReplyRoute,
  deleteCannedReplyRoute,
  listCannedRepliesRoute,
  updateCannedReplyRoute,
} from './cannedReplies.ts';

/** The routes of `deskEndpoints`. */
export const deskRoutes: { readonly [Name in keyof typeof deskEndpoints]: Route } = {
  listCannedReplies: listCannedRepliesRoute,
  createCannedReply: createCannedReplyRoute,
  updateCannedReply: updateCannedReplyRoute,
  deleteCannedReply: deleteCannedReplyRoute,
};
