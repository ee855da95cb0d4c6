import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, typed } from '../baseError.ts';
import type { TicketPage, TicketSummary } from '../contract/ticket.ts';
import type { LoadApi } from './ports.ts';
import { createResource, type Resource } from './resource.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The visitor's own requests, newest first. */
export interface RequestsModel {
  first: Resource<TicketPage>;
  /** All requests that have been loaded so far. */
  tickets: ReadonlySignal<readonly TicketSummary[]>;
  /** Number of unread replies in all requests. */
  unread: ReadonlySignal<number>;
  unreadOf(ticketId: string): number;
  /** Marks all entries of a request as read. */
  markRead(ticketId: string): void;
  /** True if there are older requests to load. */
  hasMore: ReadonlySignal<boolean>;
  /** Loads the newest requests, unless this visitor never wrote one. */
  load(): void;
  /** The error if older requests did not load, else null. */
  moreFailed: ReadonlySignal<PenguinMailsError | null>;
  loadMore(): Promise<void>;
  clear(): void;
}

const none: TicketPage = { tickets: [], next_cursor: null };

/** `isSigned`: the page proves the visitor's identity. */
export function createRequestsModel(
  api: LoadApi | null,
  visitor: VisitorModel,
  isSigned = false,
): RequestsModel {
  const older = signal<TicketPage>(none);
  /**
   * Requests that were read since the list loaded. The backend knows, but the list does not yet.
   */
  const readSince = signal<ReadonlySet<string>>(new Set());
  const moreFailed = signal<PenguinMailsError | null>(null);
  const read = async (cursor: string | undefined, abort?: AbortSignal) =>
    // A signed visitor may have written on another device.
    api && (isSigned || visitor.knownId())
      ? (await api()).listTickets({ query: cursor === undefined ? {} : { cursor } }, abort)
      : none;

  const first = createResource(async (abort) => {
    const page = await read(undefined, abort);
    if (abort.aborted) return page;
    readSince.value = new Set();
    older.value = { tickets: [], next_cursor: page.next_cursor };
    return page;
  });

  const tickets = computed(() => {
    const state = first.state.value;
    const newest = (state.at !== 'idle' && state.value) || none;
    return [...newest.tickets, ...older.value.tickets].map((ticket) =>
      readSince.value.has(ticket.id) ? { ...ticket, unread: 0 } : ticket,
    );
  });

  return {
    first,
    tickets,
    unread: computed(() => tickets.value.reduce((sum, { unread }) => sum + unread, 0)),
    unreadOf: (ticketId) => tickets.value.find(({ id }) => id === ticketId)?.unread ?? 0,
    markRead(ticketId) {
      readSince.value = new Set([...readSince.peek(), ticketId]);
    },
    hasMore: computed(() => older.value.next_cursor !== null),
    moreFailed,
    load() {
      if (first.state.peek().at !== 'loading') void first.refresh();
    },
    async loadMore() {
      const known = older.peek();
      if (known.next_cursor === null) return;
      moreFailed.value = null;
      const page = await read(known.next_cursor).catch((cause) => {
        moreFailed.value = typed(cause);
      });
      if (!page) return;
      // Another page was loaded in the meantime, or these requests belong to a previous visitor.
      if (older.peek() !== known) return;
      older.value = {
        tickets: [...known.tickets, ...page.tickets],
        next_cursor: page.next_cursor,
      };
    },
    clear() {
      first.clear();
      older.value = none;
      moreFailed.value = null;
    },
  };
}
