import type { EntryError } from '../../core/outboxEntry.ts';
import type { Mail } from '../../integrations/mailto.ts';

/** Where a request is on its way. Once it is sent or waits, its screen is `sent`. */
export type TicketStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'mailed'; mail: Mail }
  | { at: 'failed'; error: EntryError };
