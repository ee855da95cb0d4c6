import * as z from 'zod/mini';
import { MessageAuthor, TicketStatus } from './ticket.ts';

/**
 * Server-sent events of one visitor, or, without a visitor's header, of what concerns everyone of the
 * tenant (`integration`, `resync`). They say that something has changed, not what it is now:
 * after one, and after every reconnect, the changed data is read again, so that no change is missed.
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
   * The state, an alert, an incident or a maintenance of the integration has changed; without an
   * id, of any integration.
   */
  z.object({ type: z.literal('integration'), integration_id: z.optional(z.string()) }),
  /** The stream may have missed changes: read everything again. */
  z.object({ type: z.literal('resync') }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
