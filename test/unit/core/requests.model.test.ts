import { describe, expect, it, vi } from 'vitest';
import type { TicketPage } from '../../../src/contract/ticket.ts';
import { createOlderRows } from '../../../src/core/olderRows.ts';
import { createRequestsModel } from '../../../src/core/requests.model.ts';
import { createVisitorModel } from '../../../src/core/visitor.model.ts';
import { NetworkError } from '../../../src/errors.ts';
import { createDeferred } from '../../support/deferred.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi, createMemoryStore } from '../../support/fakes.ts';
import { summaryOf } from '../../support/samples.ts';

const pages: Record<string, TicketPage> = {
  first: { tickets: [summaryOf('d'), summaryOf('c')], next_cursor: 'second' },
  second: { tickets: [summaryOf('b')], next_cursor: 'third' },
  third: { tickets: [summaryOf('a')], next_cursor: null },
};
const ofAda: TicketPage = { tickets: [summaryOf('of-ada')], next_cursor: 'ada-more' };

type Input = { query?: { cursor?: string | undefined; limit?: string | undefined } | undefined };

async function createLoaded(
  listTickets = vi.fn(
    async ({ query }: Input): Promise<TicketPage> =>
      pages[query?.cursor ?? 'first'] ?? { tickets: [], next_cursor: null },
  ),
) {
  const visitor = createVisitorModel({ user: { id: 'ada' } }, createMemoryStore());
  visitor.authorId();
  const model = createRequestsModel(createFakeApi({ listTickets }), visitor);
  model.load();
  await eventually(() => expect(model.first.state.value.at).toBe('ready'));
  const { loadMore, moreFailed } = createOlderRows(model);
  return {
    model,
    loadMore,
    moreFailed,
    visitor,
    listTickets,
    ids: () => model.tickets.value.map(({ id }) => id).join(),
  };
}

describe('createRequestsModel', () => {
  it('sends no request for a visitor who never wrote, and creates no id', async () => {
    const visitor = createVisitorModel({}, createMemoryStore());
    const model = createRequestsModel(createFakeApi({}), visitor);
    model.load();
    await eventually(() => expect(model.first.state.value.at).toBe('ready'));
    expect(model.tickets.value).toEqual([]);
    expect(model.hasMore.value).toBe(false);
    expect(visitor.knownId()).toBeNull();
  });

  it('loads what a signed visitor wrote on another device', async () => {
    const listTickets = vi.fn(async () => ({ tickets: [], next_cursor: null }));
    const visitor = createVisitorModel({ user: { id: 'ada' } }, createMemoryStore());
    const model = createRequestsModel(createFakeApi({ listTickets }), visitor, true);
    model.load();
    await eventually(() => expect(listTickets).toHaveBeenCalledOnce());
  });

  it('loads page after page, newest first, until there are no more', async () => {
    const { model, loadMore, ids } = await createLoaded();
    expect(ids()).toBe('d,c');
    expect(model.hasMore.value).toBe(true);
    await loadMore();
    expect(ids()).toBe('d,c,b');
    await loadMore();
    expect(ids()).toBe('d,c,b,a');
    expect(model.hasMore.value).toBe(false);
    await loadMore();
    expect(ids()).toBe('d,c,b,a');
  });

  it('shows no request twice if more are requested twice concurrently', async () => {
    const { loadMore, ids } = await createLoaded();
    await Promise.all([loadMore(), loadMore()]);
    expect(ids()).toBe('d,c,b');
  });

  it('keeps the pages that were loaded when it loads again, and shows their changes', async () => {
    const { model, loadMore, listTickets, ids } = await createLoaded();
    await loadMore();
    listTickets.mockResolvedValueOnce({
      tickets: [summaryOf('new'), summaryOf('d')],
      next_cursor: 'after-d',
    });
    listTickets.mockResolvedValueOnce({
      tickets: [summaryOf('c', { unread: 2 }), summaryOf('b')],
      next_cursor: 'third',
    });
    await model.first.refresh();
    expect(ids()).toBe('new,d,c,b');
    expect(model.unread.value).toBe(2);
    expect(listTickets.mock.lastCall?.[0].query?.cursor).toBe('after-d');
  });

  it('does not send a request while one is running', async () => {
    const { model, listTickets } = await createLoaded();
    model.load();
    model.load();
    await eventually(() => expect(model.first.state.value.at).toBe('ready'));
    expect(listTickets).toHaveBeenCalledTimes(2);
  });

  it('shows nothing of the previous visitor, not even a response in flight', async () => {
    const late = createDeferred<TicketPage>();
    const listTickets = vi.fn(async ({ query }: Input) =>
      query?.cursor === undefined ? ofAda : late.promise,
    );
    const { model, loadMore, visitor, ids } = await createLoaded(listTickets);
    const more = loadMore();
    visitor.identify({ user: { id: 'bob' } });
    model.clear();
    late.resolve(ofAda);
    await more;
    expect(ids()).toBe('');
    expect(model.hasMore.value).toBe(false);
  });

  it('has no next page of the previous visitor if the first page loads late', async () => {
    const response = createDeferred<TicketPage>();
    const visitor = createVisitorModel({ user: { id: 'ada' } }, createMemoryStore());
    visitor.authorId();
    const listTickets = vi.fn(() => response.promise);
    const model = createRequestsModel(createFakeApi({ listTickets }), visitor);
    const refreshing = model.first.refresh();
    await eventually(() => expect(listTickets).toHaveBeenCalled());
    visitor.identify({ user: { id: 'bob' } });
    model.clear();
    response.resolve(ofAda);
    await refreshing;
    expect(model.tickets.value).toEqual([]);
    expect(model.hasMore.value).toBe(false);
  });

  it('reports that older ones did not load, keeps the others, and allows a retry', async () => {
    const { loadMore, moreFailed, listTickets, ids } = await createLoaded();
    listTickets.mockRejectedValueOnce(new NetworkError('gone'));
    await loadMore();
    expect(moreFailed.value).toBeInstanceOf(NetworkError);
    expect(ids()).toBe('d,c');
    await loadMore();
    expect(moreFailed.value).toBeNull();
    expect(ids()).toBe('d,c,b');
  });
});
