// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lock } from '../../../src/client/outboxLock.ts';
import { outlived } from '../../../src/client/outboxSchedule.ts';
import { secondsOf } from '../../../src/client/reply.ts';
import type { OutboxEntry } from '../../../src/core/outboxEntry.ts';
import { ConflictError, RateLimitError, ServerError } from '../../../src/errors.ts';
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

describe('the outbox with unexpected responses', () => {
  it.each([
    ['a month', '2592000'],
    ['a point in time by mistake', '1795873839'],
    ['a date far away', 'Fri, 31 Dec 2099 23:59:59 GMT'],
  ])('does not loop if the backend asks for %s', async (_what, header) => {
    const { tab } = createBrowser();
    const retryAfter = secondsOf(header);
    const send = vi.fn(() => Promise.reject(new RateLimitError('slow', retryAfter)));
    const lock = vi.fn<Lock>((work) => work());
    const { outbox, states } = tab(send, { lock });
    await outbox.put(entryOf('key-1'));
    await settle();
    const turns = lock.mock.calls.length;
    await settle(60_000);
    expect(lock).toHaveBeenCalledTimes(turns);
    expect(send).toHaveBeenCalledOnce();
    expect(states()).toEqual(['queued']);
    await settle(24 * 3_600_000);
    expect(lock.mock.calls.length).toBeLessThan(turns + 5);
  });

  it('uses a timer that browsers support, whatever an older version has stored', async () => {
    const { tab, entries } = createBrowser();
    await entries.put({
      ...entryOf('key-1'),
      version: 1,
      attempts: 1,
      createdAt: Date.now(),
      firstSentAt: Date.now(),
      state: {
        at: 'queued',
        since: Date.now(),
        delay: 90 * 24 * 3_600_000,
        error: { ...outlived, retryAfter: 7_776_000 },
      },
    });
    const lock = vi.fn<Lock>((work) => work());
    const { outbox } = tab(async () => ticketOf(), { lock });
    outbox.flush();
    await settle(10_000);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('retries after a conflict with its own first attempt, and asks the person after any other', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async (_entry: OutboxEntry) => ticketOf());
    const running = new ConflictError('in use', { code: 'IDEMPOTENCY_KEY_IN_USE' });
    send.mockRejectedValueOnce(running).mockRejectedValueOnce(running);
    const { outbox, states } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle(60_000);
    expect(states()).toEqual(['sent']);
    const other = new ConflictError('other words', { code: 'IDEMPOTENCY_CONFLICT' });
    send.mockRejectedValueOnce(other);
    await outbox.put(entryOf('key-2'));
    await settle(60_000);
    expect(states()).toEqual(['sent', 'needs_attention']);
  });

  it('rejects an entry that it could not read back', async () => {
    const { tab, entries } = createBrowser();
    const { outbox } = tab(async () => ticketOf());
    await expect(outbox.put(entryOf('key-1', ''))).rejects.toMatchObject({ code: 'UNREADABLE' });
    expect(await entries.all()).toEqual([]);
  });

  it('does not wait longer because the clock was set back', async () => {
    const { tab } = createBrowser();
    const send = vi.fn(async () => ticketOf());
    send.mockRejectedValueOnce(new ServerError('down', 30));
    const { outbox } = tab(send);
    await outbox.put(entryOf('key-1'));
    await settle();
    vi.setSystemTime(Date.now() - 3_600_000);
    await settle(30_001);
    expect(send).toHaveBeenCalledTimes(2);
  });
});
