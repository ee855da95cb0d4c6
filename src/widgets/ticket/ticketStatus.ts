import type { Ticket } from '../../contract/ticket.ts';
import type { PenguinMailsError } from '../../errors.ts';
import type { Mail } from '../../integrations/mailto.ts';

/** Where a request is on its way. */
export type TicketStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'sent'; ticket: Ticket }
  | { at: 'mailed'; mail: Mail }
  | { at: 'failed'; error: PenguinMailsError };
