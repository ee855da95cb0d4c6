import type { EntryError } from '../../core/outboxEntry.ts';
import type { Mail } from '../../integrations/mailto.ts';

/** The state of a request while it is sent. Once it is sent or queued, its screen is `sent`. */
export type TicketStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'mailed'; mail: Mail }
  | { at: 'failed'; error: EntryError };
