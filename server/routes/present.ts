import type { Message } from '../../src/contract/message.ts';
import type { Ticket } from '../../src/contract/ticket.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import type { StoredMessage } from '../queries/messages.ts';
import type { ListPosition } from '../queries/ticketList.ts';
import type { ShownTicket, StoredTicket } from '../queries/tickets.ts';

/**
 * Returns the id if it is a UUID.
 * @throws NotFoundError for a malformed id, as for an unknown one
 */
export function readId(id: string): string {
  if (!isUuid(id)) throw apiErrors.notFound('There is no such ticket. Check the id.');
  return id;
}

export function asTicket(stored: ShownTicket | undefined): Ticket {
  if (stored === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  return {
    id: stored.id,
    ticket_number: stored.ticket_number,
    status: stored.status,
    subject: stored.subject,
    description: stored.description,
    customerEmail: stored.customer_email,
    customerName: stored.customer_name,
    priority: stored.priority,
    category: stored.category,
    metadata: stored.metadata,
    created_at: stored.created_at.toISOString(),
    updated_at: stored.updated_at.toISOString(),
    estimated_first_response: stored.estimated_first_response?.toISOString() ?? null,
  };
}

/**
 * Returns a ticket as a visitor can see it. A ticket of a colleague has their name, but not their
 * id.
 */
export function asVisibleTicket(stored: StoredTicket | undefined, by: string | undefined): Ticket {
  const ticket = asTicket(stored);
  if (stored === undefined || stored.visitor_hash === by) return ticket;
  const metadata = { ...ticket.metadata, user_id: null };
  return { ...ticket, metadata, colleague: ticket.customerName || ticket.customerEmail };
}

/** Returns a message without its files. `withFiles` adds the files of many messages at once. */
export function asMessage(stored: StoredMessage | undefined): Message {
  if (stored === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  const { id, position, author, author_name, body, change, created_at } = stored;
  return {
    id,
    position,
    author,
    author_name,
    body,
    attachments: [],
    change,
    created_at: created_at.toISOString(),
  };
}

/**
 * Returns one page of a list that is sorted by its last change, and the cursor of the next page.
 */
export function pageOf<T extends { updated_at: Date; number: number }>(
  found: readonly T[],
  limit: number,
): { shown: T[]; nextCursor: string | null } {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const nextCursor = last === undefined ? null : `${last.updated_at.getTime()}.${last.number}`;
  return { shown, nextCursor };
}

export function readCursor(cursor: string | undefined): ListPosition | undefined {
  if (cursor === undefined) return undefined;
  const [, time, number] = /^(\d{1,14})\.(\d{1,9})$/.exec(cursor) ?? [];
  if (time === undefined || number === undefined) {
    throw apiErrors.invalid([{ field: 'cursor', message: 'Must be a next_cursor of this list.' }]);
  }
  return { updatedAt: new Date(Number(time)), number: Number(number) };
}
