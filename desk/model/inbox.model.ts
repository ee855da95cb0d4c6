import { batch, computed, signal } from '@preact/signals';
import * as z from 'zod/mini';
import {
  type AgentTicket,
  type AgentTicketSummary,
  getAgentTicket,
  listAgentTickets,
  type TicketCounts,
  updateTicket,
} from '../../src/contract/agent.ts';
import type { Body } from '../../src/contract/endpoint.ts';
import type { LiveEvent } from '../../src/contract/live.ts';
import { sentenceOf } from '../api/failure.ts';
import { filters } from './filters.ts';
import type { SignedIn } from './session.model.ts';
import { storedMap } from './stored.ts';

type ListState = { name: 'loading' } | { name: 'ready' } | { name: 'failed'; problem: string };

type OpenState =
  | { name: 'none' }
  | { name: 'loading'; id: string }
  | { name: 'ready'; ticket: AgentTicket }
  | { name: 'failed'; id: string; problem: string };

export type Inbox = ReturnType<typeof createInbox>;

/** The requests of the account as one agent sees them, and the one that is open. */
export function createInbox({ api, account, agent }: SignedIn) {
  const filter = signal('all');
  const queue = signal('');
  const search = signal('');
  const tickets = signal<readonly AgentTicketSummary[]>([]);
  const counts = signal<TicketCounts | undefined>(undefined);
  const list = signal<ListState>({ name: 'loading' });
  const open = signal<OpenState>({ name: 'none' });
  /** Sentence about the last change that did not work. */
  const problem = signal<string | undefined>(undefined);
  const cursor = signal<string | null>(null);
  const seen = storedMap(`support-desk-seen:${account.id}:${agent.id}`, z.string(), 500);
  const seenNow = signal(0);
  /** Answers of earlier questions are dropped. */
  let asked = 0;

  const query = () => ({
    ...filters.find(({ id }) => id === filter.value)?.query,
    ...(queue.value && { queue: queue.value }),
    ...(search.value.trim() && { search: search.value.trim() }),
  });

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const page = await api.call(listAgentTickets, { query: query() });
      if (mine !== asked) return;
      batch(() => {
        tickets.value = page.tickets;
        counts.value = page.counts;
        cursor.value = page.next_cursor;
        list.value = { name: 'ready' };
      });
      await refreshOpen(page.tickets);
    } catch (error) {
      if (mine === asked) list.value = { name: 'failed', problem: sentenceOf(error) };
    }
  }

  async function loadMore(): Promise<void> {
    if (cursor.value === null) return;
    const mine = asked;
    await attempt(async () => {
      const page = await api.call(listAgentTickets, {
        query: { ...query(), cursor: cursor.value ?? undefined },
      });
      if (mine !== asked) return;
      tickets.value = [...tickets.value, ...page.tickets];
      cursor.value = page.next_cursor;
    });
  }

  /** Each read of a request is an entry of the audit log: it is read again only after a change. */
  async function refreshOpen(page: readonly AgentTicketSummary[]): Promise<void> {
    if (open.value.name !== 'ready') return;
    const { id, updated_at } = open.value.ticket;
    const summary = page.find((one) => one.id === id);
    if (summary === undefined || summary.updated_at !== updated_at) await read(id);
  }

  async function read(id: string): Promise<void> {
    try {
      const ticket = await api.call(getAgentTicket, { params: { id } });
      if (idOf(open.value) !== id) return;
      open.value = { name: 'ready', ticket };
      markSeen(ticket);
    } catch (error) {
      if (idOf(open.value) === id) open.value = { name: 'failed', id, problem: sentenceOf(error) };
    }
  }

  function markSeen({ id, updated_at }: Pick<AgentTicket, 'id' | 'updated_at'>): void {
    if (seen.get(id) === updated_at) return;
    seen.set(id, updated_at);
    seenNow.value += 1;
  }

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      problem.value = undefined;
      return true;
    } catch (error) {
      problem.value = sentenceOf(error);
      return false;
    }
  }

  /** A note is no change of its request: the list does not show that it came. */
  function onEvent(event: LiveEvent): void {
    if (event.type === 'integration') return;
    const id = idOf(open.value);
    void load();
    if (event.type === 'message' && event.ticket_id === id) void read(id);
  }

  /** Shows one of the filters; what was searched for is over. */
  function show(id: string): void {
    batch(() => {
      filter.value = id;
      search.value = '';
      list.value = { name: 'loading' };
    });
    void load();
  }

  return {
    filter,
    queue,
    search,
    tickets,
    counts,
    list,
    open,
    problem,
    hasMore: computed(() => cursor.value !== null),
    load,
    loadMore,
    onEvent,
    attempt,
    show,
    find(words: string): void {
      search.value = words;
      void load();
    },
    chooseQueue(id: string): void {
      queue.value = id;
      void load();
    },
    /** True when the customer wrote since this agent has seen the request, on this device. */
    isUnread(ticket: AgentTicketSummary): boolean {
      return (
        seenNow.value >= 0 &&
        ticket.last_author === 'visitor' &&
        seen.get(ticket.id) !== ticket.updated_at
      );
    },
    async openTicket(id: string): Promise<void> {
      if (idOf(open.value) !== id) open.value = { name: 'loading', id };
      await read(id);
    },
    close(): void {
      open.value = { name: 'none' };
    },
    /** Changes the open request, and shows what came of it. */
    async change(body: Body<typeof updateTicket>): Promise<boolean> {
      const id = idOf(open.value);
      if (id === undefined) return false;
      return attempt(async () => {
        const ticket = await api.call(updateTicket, { params: { id }, body });
        if (idOf(open.value) === id) open.value = { name: 'ready', ticket };
        markSeen(ticket);
        await load();
      });
    },
  };
}

export function idOf(state: OpenState): string | undefined {
  if (state.name === 'none') return undefined;
  return state.name === 'ready' ? state.ticket.id : state.id;
}
