import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type PenguinMailsError, typed } from '../baseError.ts';
import type { TicketPage, TicketSummary } from '../contract/ticket.ts';
import type { LoadApi } from './ports.ts';
import { createResource, type Resource } from './resource.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The visitor's own requests, newest first. */
export interface RequestsModel {
  first: Resource<TicketPage>;
  /** All that has been read so far. */
  tickets: ReadonlySignal<readonly TicketSummary[]>;
  /** Replies that the visitor has not read, in all of them. */
  unread: ReadonlySignal<number>;
  unreadOf(ticketId: string): number;
  /** The visitor has read everything of one request. */
  markRead(ticketId: string): void;
  /** True while there are older ones to read. */
  hasMore: ReadonlySignal<boolean>;
  /** Reads the newest, unless this visitor never wrote: then there is nothing to ask for. */
  load(): void;
  /** Why older requests did not load; null if nothing went wrong. */
  moreFailed: ReadonlySignal<PenguinMailsError | null>;
  loadMore(): Promise<void>;
  clear(): void;
}

const none: TicketPage = { tickets: [], next_cursor: null };

/** `isSigned`: the page proves who the visitor is. */
export function createRequestsModel(
  api: LoadApi | null,
  visitor: VisitorModel,
  isSigned = false,
): RequestsModel {
  const older = signal<TicketPage>(none);
  /** Requests read since the list loaded; the backend knows, the list does not yet. */
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
      // Another page has come meanwhile, or another visitor, whose requests these are not.
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
