import * as z from 'zod/mini';
import { MessageAuthor, TicketStatus } from './ticket.ts';

/**
 * Server-sent events for one visitor, or, without a visitor's header, about data of everyone in the
 * tenant (`integration`, `resync`). An event says that something has changed, but does not contain
 * the new state. After each event and each reconnect, the client reads the changed data again, so
 * that no change is missed.
 */
export const streamPath = 'support/stream';

export const LiveEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    ticket_id: z.string(),
    position: z.int(),
    author: MessageAuthor,
  }),
  z.object({ type: z.literal('ticket'), ticket_id: z.string(), status: TicketStatus }),
  /**
   * The state, an alert, an incident or a maintenance window of the integration has changed.
   * Without an id, of any integration.
   */
  z.object({ type: z.literal('integration'), integration_id: z.optional(z.string()) }),
  /** The stream may have missed changes. Read all data again. */
  z.object({ type: z.literal('resync') }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
