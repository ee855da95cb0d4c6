import { expect, it, vi } from 'vitest';
import { createTicketPages, type TicketPage } from '../../../desk/model/ticketPages.ts';
import type { AgentTicketSummary } from '../../../src/contract/agent.ts';
import { createDeferred } from '../../support/deferred.ts';
import { summaryOf } from '../../support/samples.ts';

const ticketOf = (id: string): AgentTicketSummary => ({
  ...summaryOf(id),
  ...{ verified: false, signed: [], organization: null, customer_tier: null, tags: [] },
  ...{ assignee: null, queue: null, snoozed_until: null, escalated_at: null },
  ...{ customerName: null, customerEmail: 'ada@example.com', priority: 'medium' },
  estimated_first_response: null,
});

const pageOf = (ids: string, next_cursor: string | null = null): TicketPage => ({
  tickets: ids.split('').map(ticketOf),
  counts: {
    ...{ all: 9, snoozed: 0, unassigned: 0, mine: 0, mentions: 0 },
    by_status: { new: 9, open: 0, pending: 0, on_hold: 0, resolved: 0 },
  },
  next_cursor,
});

/** Three pages of two requests. A cursor is the id of the last request before the page. */
async function openPages() {
  let all = 'fedcba';
  const read = vi.fn(async (cursor?: string) => {
    const from = cursor === undefined ? 0 : all.indexOf(cursor) + 1;
    const ids = all.slice(from, from + 2);
    return pageOf(ids, from + 2 < all.length ? (ids.at(-1) ?? null) : null);
  });
  const pages = createTicketPages(read);
  await pages.load('choice');
  return {
    ...pages,
    read,
    arrive: (id: string) => {
      all = id + all;
    },
    ids: () => pages.shown.value.map(({ id }) => id).join(''),
  };
}

it('keeps the loaded pages when a request arrives, and the rest can still be loaded', async () => {
  const { load, loadMore, arrive, ids, hasMore } = await openPages();
  await loadMore();
  expect(ids()).toBe('fedc');
  arrive('g');
  await load('change');
  expect(ids()).toBe('gfed');
  await loadMore();
  expect(ids()).toBe('gfedcb');
  await loadMore();
  expect(ids()).toBe('gfedcba');
  expect(hasMore.value).toBe(false);
});

it('loads an older page even if a change arrives at the same time', async () => {
  const { load, loadMore, arrive, ids } = await openPages();
  const more = loadMore();
  arrive('g');
  await load('change');
  await more;
  expect(ids()).toBe('gfed');
});

it('starts with the first page of another list', async () => {
  const { load, loadMore, ids } = await openPages();
  await loadMore();
  await load('choice');
  expect(ids()).toBe('fe');
});

it('drops an older page that arrives after another list, and the page that failed', async () => {
  const { load, loadMore, read, ids } = await openPages();
  const late = createDeferred<TicketPage>();
  read.mockReturnValueOnce(late.promise);
  const more = loadMore();
  await load('choice');
  late.resolve(pageOf('xy'));
  await more;
  expect(ids()).toBe('fe');
  read.mockRejectedValueOnce(new Error('offline'));
  await expect(loadMore()).rejects.toThrow('offline');
  await load('change');
  expect(ids()).toBe('fe');
});
