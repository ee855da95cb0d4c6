// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lock } from '../../../src/client/outboxLock.ts';
import type { Ticket } from '../../../src/contract/ticket.ts';
import type { OutboxEntry } from '../../../src/core/outboxEntry.ts';
import {
  AuthenticationError,
  ContractError,
  NetworkError,
  RateLimitError,
} from '../../../src/errors.ts';
import { createDeferred } from '../../support/deferred.ts';
import { createMemoryEntries } from '../../support/fakeOutbox.ts';
import { ticketOf } from '../../support/samples.ts';
import { closeTabs, createBrowser, entryOf } from './outboxBrowser.ts';

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('stores an entry before it sends it, and keeps the sent state', async () => {
    const { tab, entries } = createBrowser();
    const response = createDeferred<Ticket>();
    const { outbox, states, onSent } = tab(() => response.promise);
    await outbox.put(entryOf('key-1'));
    await settle();
    expect(states()).toEqual(['sending']);
    expect(await entries.all()).toHaveLength(1);
    response.resolve(ticketOf());
    await settle();
    expect(states()).toEqual(['sent']);
    expect(onSent).toHaveBeenCalledOnce();
    await settle(3_600_001);
    outbox.flush();
    await settle();
    expect(await entries.all()).toEqual([]);
  });

  it('retries with the same key until the entry is stored', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async (_entry: OutboxEntry) => ticketOf());
    for (let n = 0; n < 6; n++) send.mockRejectedValueOnce(new NetworkError('gone'));
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle();
    expect(states()).toEqual(['queued']);
    await settle(10 * 60_000);
    expect(states()).toEqual(['sent']);
    expect(send).toHaveBeenCalledTimes(7);
    expect(new Set(send.mock.calls.map(([{ id }]) => id))).toEqual(new Set(['key-1']));
  });

  it('waits as long as the backend asked', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    send.mockRejectedValueOnce(new RateLimitError('slow', 90));
    const { outbox } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle(89_000);
    outbox.flush(); // a returning person does not shorten the delay
    await settle();
    expect(send).toHaveBeenCalledOnce();
    await settle(1_001);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('does not wait when the network is back', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    for (let n = 0; n < 5; n++) send.mockRejectedValueOnce(new NetworkError('gone'));
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle();
    for (let n = 0; n < 5; n++) {
      dispatchEvent(new Event('online'));
      await settle();
    }
    expect(send).toHaveBeenCalledTimes(6);
    expect(states()).toEqual(['sent']);
  });

  it('keeps a rejected entry for the person, and sends it again on request', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    send.mockRejectedValueOnce(new AuthenticationError('no'));
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle(60_000);
    outbox.flush();
    await settle(60_000);
    expect(send).toHaveBeenCalledOnce();
    expect(states()).toEqual(['needs_attention']);
    await outbox.retry('key-1');
    await settle();
    expect(states()).toEqual(['sent']);
  });

  it('treats a response of a proxy as a temporary fault, but not forever', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(() => Promise.reject(new ContractError('a page')));
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle(5 * 60_000);
    expect(send).toHaveBeenCalledTimes(4);
    expect(states()).toEqual(['needs_attention']);
  });

  it('never automatically repeats a request that the backend may have forgotten', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    send.mockRejectedValueOnce(new RateLimitError('tomorrow', 30 * 3_600));
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle(31 * 3_600_000);
    expect(send).toHaveBeenCalledOnce();
    expect(states()).toEqual(['needs_attention']);
    await outbox.retry('key-1');
    await settle();
    expect(states()).toEqual(['sent']);
  });

  it('removes what a person deletes, also while it is being sent', async () => {
    const { tab, entries } = createBrowser();
    const response = createDeferred<Ticket>();
    const { outbox } = tab(() => response.promise);
    await outbox.put(entryOf('key-1'));
    await settle();
    await outbox.remove('key-1');
    response.reject(new NetworkError('gone'));
    await settle();
    expect(await entries.all()).toEqual([]);
  });

  it('removes the entries of one owner and keeps the others', async () => {
    const { tab, entries } = createBrowser();
    const { outbox } = tab(() => Promise.reject(new NetworkError('gone')));
    await outbox.put(entryOf('key-1'));
    await outbox.put({ ...entryOf('key-2'), owner: 'grace' });
    await outbox.wipe('ada');
    expect((await entries.all()).map(({ id }) => id)).toEqual(['key-2']);
  });

  it('moves queued entries to the user after sign-in, with their id if they were not sent yet', async () => {
    const { tab, entries } = createBrowser();
    const send = vi.fn(() => Promise.reject(new NetworkError('gone')));
    let turns = 0;
    const once: Lock = async (work) => (turns++ === 0 ? work() : undefined);
    const { outbox } = tab(send, { lock: once });
    await outbox.put({ ...entryOf('tried'), owner: '' });
    await settle();
    await outbox.put({ ...entryOf('fresh'), owner: '' });
    await outbox.put(entryOf('hers'));
    await settle();
    await outbox.adopt('', { owner: 'bob', visitorId: 'visitor-2' });
    expect(
      (await entries.all()).map((one) => one.version === 1 && [one.id, one.owner, one.visitorId]),
    ).toEqual([
      ['tried', 'bob', 'visitor-1'],
      ['fresh', 'bob', 'visitor-2'],
      ['hers', 'ada', 'visitor-1'],
    ]);
  });

  it('reports if the browser does not store entries', async () => {
    const { outbox, onStored, states } = createBrowser().tab(async () => ticketOf(), {
      store: createMemoryEntries(false),
    });
    await outbox.put(entryOf('key-1'));
    await settle();
    expect(onStored).toHaveBeenLastCalledWith(false);
    expect(states()).toEqual(['sent']);
  });

  it('leaves no timer behind', async () => {
    const { outbox } = createBrowser().tab(() => Promise.reject(new NetworkError('gone')));
    await outbox.put(entryOf('key-1'));
    await settle();
    expect(vi.getTimerCount()).toBe(1);
    outbox.destroy();
    expect(vi.getTimerCount()).toBe(0);
  });
});
