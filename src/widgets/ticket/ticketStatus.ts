import type { EntryError } from '../../core/outboxEntry.ts';
import type { Mail } from '../../integrations/mailto.ts';

/**
 * The state of a request while it is sent. After it is sent or queued, the screen `sent` shows it.
 */
export type TicketStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'mailed'; mail: Mail }
  | { at: 'failed'; error: EntryError };
