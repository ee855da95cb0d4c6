import { batch, computed, signal } from '@preact/signals';
import type { AgentTicketSummary, listAgentTickets } from '../../src/contract/agent.ts';
import type { Reply } from '../../src/contract/endpoint.ts';
import { createRows } from './rows.ts';

export type TicketPage = Reply<typeof listAgentTickets>;

/** The pages of the list of requests that have been loaded. `read` gets no cursor for the first page. */
export function createTicketPages(read: (cursor?: string) => Promise<TicketPage>) {
  const rows = createRows<AgentTicketSummary>();
  const cursor = signal<string | null>(null);
  let wantedPages = 1;
  /** Responses to earlier requests are dropped. */
  let lastRequest = 0;

  /** Reads all wanted pages as one. Returns undefined if a later read replaces this one. */
  async function readWanted(): Promise<TicketPage | undefined> {
    lastRequest += 1;
    const mine = lastRequest;
    try {
      let page = await read();
      for (let count = 1; count < wantedPages && page.next_cursor !== null; count++) {
        const older = await read(page.next_cursor);
        page = { ...page, ...older, tickets: [...page.tickets, ...older.tickets] };
      }
      return mine === lastRequest ? page : undefined;
    } catch (error) {
      if (mine === lastRequest) throw error;
      return undefined;
    }
  }

  return {
    shown: rows.shown,
    hold: rows.hold,
    hasMore: computed(() => cursor.value !== null),
    /**
     * Shows the first page of a list that the agent has chosen, or reads all loaded pages again
     * after a change. Returns what is shown, or undefined if a later read replaces this one.
     */
    async load(after: 'choice' | 'change'): Promise<TicketPage | undefined> {
      if (after === 'choice') wantedPages = 1;
      const page = await readWanted();
      if (page === undefined) return undefined;
      batch(() => {
        (after === 'choice' ? rows.show : rows.update)(page.tickets);
        cursor.value = page.next_cursor;
      });
      return page;
    },
    async loadMore(): Promise<void> {
      const from = cursor.value;
      if (from === null) return;
      const mine = lastRequest;
      // A read that replaces this one reads the page as well.
      wantedPages += 1;
      try {
        const page = await read(from);
        if (mine !== lastRequest || cursor.value !== from) return;
        batch(() => {
          rows.append(page.tickets);
          cursor.value = page.next_cursor;
        });
      } catch (error) {
        if (mine === lastRequest) wantedPages -= 1;
        throw error;
      }
    },
  };
}
