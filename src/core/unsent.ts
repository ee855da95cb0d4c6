import type { Ticket } from '../contract/ticket.ts';
import type { OutboxModel } from './outbox.model.ts';

/** A request in the outbox, in the form that a list shows. */
export interface UnsentRequest {
  id: string;
  subject: string;
  /** Milliseconds since 1970; null if unknown. */
  createdAt: number | null;
  status: 'sending' | 'waiting' | 'needs_attention';
}

/** Returns requests that the backend has not received yet, newest first. */
export function unsentOf({ entries, unreadable }: OutboxModel): UnsentRequest[] {
  const waiting = entries.value.flatMap(({ id, write, createdAt, state }): UnsentRequest[] => {
    if (state.at === 'sent' || write.endpoint !== 'createTicket') return [];
    const status = state.at === 'queued' ? 'waiting' : state.at;
    return [{ id, subject: write.body.subject, createdAt, status }];
  });
  const words = unreadable.value.map(
    ({ id, text }): UnsentRequest => ({
      id,
      subject: text.slice(0, 80),
      createdAt: null,
      status: 'needs_attention',
    }),
  );
  return [...words, ...waiting].reverse();
}

/** Returns the ticket of a request that the backend has received meanwhile. */
export function sentTicketOf(outbox: OutboxModel | null, id: string): Ticket | null {
  const state = outbox?.entries.value.find((entry) => entry.id === id)?.state;
  return state?.at === 'sent' ? state.ticket : null;
}
