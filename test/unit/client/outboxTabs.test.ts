// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '../../../src/core/outboxEntry.ts';
import { RateLimitError } from '../../../src/errors.ts';
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

describe('the outbox in several tabs', () => {
  it('leaves entries that were being sent in a closed tab to the next tab', async () => {
    const { tab } = createBrowser();
    const first = tab((_entry, signal) => {
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    await first.outbox.put(entryOf('key-1'));
    await settle();
    first.outbox.destroy();
    const send = vi.fn(async (_entry: OutboxEntry) => ticketOf());
    const second = tab(send);
    second.outbox.flush();
    await settle();
    expect(send).toHaveBeenCalledOnce();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ id: 'key-1', attempts: 2 });
    expect(second.states()).toEqual(['sent']);
  });

  it('shows the entries of an earlier visit, also while they must wait', async () => {
    const { tab } = createBrowser();
    const first = tab(() => Promise.reject(new RateLimitError('slow', 600)));
    await first.outbox.put(entryOf('key-1'));
    await settle();
    first.outbox.destroy();
    const second = tab(async () => ticketOf());
    second.outbox.flush();
    await settle();
    expect(second.states()).toEqual(['queued']);
  });

  it('sends an entry in only one tab, however many tabs are open', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    const tabs = [tab(send), tab(send), tab(send)];
    await tabs[0]?.outbox.put(entryOf('key-1'));
    for (const { outbox } of tabs) outbox.flush();
    await settle();
    expect(send).toHaveBeenCalledOnce();
    expect(tabs.map(({ onSent }) => onSent.mock.calls.length).sort()).toEqual([0, 0, 1]);
  });

  it('treats an equal request of a second tab as the same, and a different text as a new one', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async (_entry: OutboxEntry) => ticketOf());
    const [one, other] = [tab(send), tab(send)];
    expect(await one.outbox.put(entryOf('key-1'))).toBe('key-1');
    await settle();
    const { subject, description, ...rest } = entryOf('key-1').write.body;
    const inOtherOrder = { ...rest, description, subject };
    const again = { ...entryOf('key-1'), write: { ...entryOf('key-1').write, body: inOtherOrder } };
    expect(await other.outbox.put(again)).toBe('key-1');
    expect(other.states()).toEqual(['sent']);
    await settle();
    expect(send).toHaveBeenCalledOnce();
    const id = await other.outbox.put(entryOf('key-1', 'Something else.'));
    expect(id).not.toBe('key-1');
    await settle();
    expect(send.mock.calls.map(([entry]) => entry.id)).toEqual(['key-1', id]);
  });
});
