import { batch, signal } from '@preact/signals';
import {
  type AgentTicket,
  type AgentTicketSummary,
  getAgentTicket,
  listAgentTickets,
  type TicketCounts,
  updateTicket,
} from '../../src/contract/agent.ts';
import type { Body } from '../../src/contract/endpoint.ts';
import type { InboxSort } from '../../src/contract/inboxFilter.ts';
import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import { sentenceOf } from '../api/failure.ts';
import { createCriteria } from './criteria.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { Conditions } from './savedFilters.model.ts';
import { createSeen } from './seen.ts';
import type { SignedIn } from './session.model.ts';
import { createTicketPages } from './ticketPages.ts';

type ListState = { name: 'loading' } | { name: 'ready' } | { name: 'failed'; problem: string };

type OpenState =
  | { name: 'none' }
  | { name: 'loading'; id: string }
  | { name: 'ready'; ticket: AgentTicket }
  | { name: 'failed'; id: string; problem: string };

export type Inbox = ReturnType<typeof createInbox>;

/** The requests of the account as one agent sees them, and the open request. */
export function createInbox(me: SignedIn) {
  const { api } = me;
  const criteria = createCriteria(me);
  const { saved } = criteria;
  const pages = createTicketPages((cursor) =>
    api.call(listAgentTickets, { query: { ...criteria.query(), cursor } }),
  );
  const counts = signal<TicketCounts | undefined>(undefined);
  const list = signal<ListState>({ name: 'loading' });
  const open = signal<OpenState>({ name: 'none' });
  /** Sentence about the last failed change. */
  const problem = signal<string | undefined>(undefined);
  const seen = createSeen(me);

  async function load(after: 'choice' | 'change' = 'choice'): Promise<void> {
    try {
      const page = await pages.load(after);
      if (page === undefined) return;
      batch(() => {
        counts.value = page.counts;
        list.value = { name: 'ready' };
      });
      void saved.load();
      await refreshOpen(page.tickets);
    } catch (error) {
      list.value = { name: 'failed', problem: sentenceOf(error) };
    }
  }
  const loadAfterEvent = oneAtATime(() => load('change'));

  /**
   * Each read of a request adds an entry to the audit log, so it is read again only after a change.
   */
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
      seen.mark(ticket);
    } catch (error) {
      if (idOf(open.value) === id) open.value = { name: 'failed', id, problem: sentenceOf(error) };
    }
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

  /** A note does not change its request, so the list does not show it. */
  function onEvent(event: AgentLiveEvent): void {
    if (event.type === 'integration' || event.type === 'presence') return;
    const id = idOf(open.value);
    void loadAfterEvent();
    if (event.type === 'message' && event.ticket_id === id) void read(id);
  }

  /** Shows one of the filters and clears the search. */
  function show(id: string): void {
    batch(() => {
      criteria.choose(id);
      list.value = { name: 'loading' };
    });
    void load();
  }

  return {
    ...criteria,
    tickets: pages.shown,
    hold: pages.hold,
    hasMore: pages.hasMore,
    counts,
    list,
    open,
    problem,
    load,
    loadMore: () => attempt(pages.loadMore),
    onEvent,
    attempt,
    show,
    find(words: string): void {
      criteria.search.value = words;
      void load();
    },
    sortBy(order: InboxSort): void {
      criteria.sort.value = order;
      void load();
    },
    narrow(more: Conditions): void {
      criteria.conditions.value = more;
      void load();
    },
    /** Saves the current conditions as a list of the agent, and shows it. */
    async saveAs(name: string): Promise<boolean> {
      const id = await criteria.save(name);
      if (id !== undefined) show(id);
      return id !== undefined;
    },
    async removeFilter(id: string): Promise<void> {
      if ((await saved.remove(id)) && criteria.filter.value === id) show('all');
    },
    chooseQueue(id: string): void {
      criteria.queue.value = id;
      void load();
    },
    isUnread: seen.isUnread,
    async openTicket(id: string): Promise<void> {
      if (idOf(open.value) !== id) open.value = { name: 'loading', id };
      await read(id);
    },
    close(): void {
      open.value = { name: 'none' };
    },
    /** Changes the open request, and shows the result. */
    async change(body: Body<typeof updateTicket>): Promise<boolean> {
      const id = idOf(open.value);
      if (id === undefined) return false;
      return attempt(async () => {
        const ticket = await api.call(updateTicket, { params: { id }, body });
        if (idOf(open.value) === id) open.value = { name: 'ready', ticket };
        seen.mark(ticket);
        await load('change');
      });
    },
  };
}

export function idOf(state: OpenState): string | undefined {
  if (state.name === 'none') return undefined;
  return state.name === 'ready' ? state.ticket.id : state.id;
}
