import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { TicketSummary } from '../contract/ticket.ts';
import { createPagedList, type PagedList } from './pagedList.ts';
import type { LoadApi } from './ports.ts';

import type { VisitorModel } from './visitor.model.ts';

/** The visitor's own requests, newest first. */
export interface RequestsModel extends PagedList<TicketSummary> {
  /** All requests that have been loaded so far. */
  tickets: ReadonlySignal<readonly TicketSummary[]>;
  /** Number of unread replies in all requests. */
  unread: ReadonlySignal<number>;
  unreadOf(ticketId: string): number;
  /** Marks all entries of a request as read. */
  markRead(ticketId: string): void;
  /** Loads the newest requests, unless this visitor never wrote one. */
  load(): void;
}

/** `isSigned`: the page proves the visitor's identity. */
export function createRequestsModel(
  api: LoadApi | null,
  visitor: VisitorModel,
  isSigned = false,
): RequestsModel {
  /**
   * Requests that were read since the list loaded. The backend knows, but the list does not yet.
   */
  const readSince = signal<ReadonlySet<string>>(new Set());
  const list = createPagedList<TicketSummary>(
    async (cursor, abort) => {
      // A signed visitor may have written on another device.
      if (!api || !(isSigned || visitor.knownId())) return { rows: [], next: null };
      const { tickets: rows, next_cursor: next } = await (await api()).listTickets(
        { query: { cursor } },
        abort,
      );
      return { rows, next };
    },
    () => {
      readSince.value = new Set();
    },
  );

  const tickets = computed(() =>
    list.loaded.value.rows.map((ticket) =>
      readSince.value.has(ticket.id) ? { ...ticket, unread: 0 } : ticket,
    ),
  );

  return {
    ...list,
    tickets,
    unread: computed(() => tickets.value.reduce((sum, { unread }) => sum + unread, 0)),
    unreadOf: (ticketId) => tickets.value.find(({ id }) => id === ticketId)?.unread ?? 0,
    markRead(ticketId) {
      readSince.value = new Set([...readSince.peek(), ticketId]);
    },
    load() {
      if (list.first.state.peek().at !== 'loading') void list.first.refresh();
    },
  };
}
