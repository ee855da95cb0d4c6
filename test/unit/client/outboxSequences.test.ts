// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OutboxParts } from '../../../src/client/outbox.ts';
import { ContractError, NetworkError, RateLimitError, ServerError } from '../../../src/errors.ts';
import { ticketOf } from '../../support/samples.ts';
import { closeTabs, createBrowser, entryOf } from './outboxBrowser.ts';

const hourMs = 3_600_000;
/** Time for which a backend stores an Idempotency-Key. */
const keyLife = 24 * hourMs;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  closeTabs();
  vi.useRealTimers();
});

/** A backend that stores a request once for each key that it remembers. */
function createBackend() {
  const stored: { key: string; at: number }[] = [];
  return {
    commit(key: string): void {
      const isKnown = stored.some((one) => one.key === key && Date.now() - one.at < keyLife);
      if (!isKnown) stored.push({ key, at: Date.now() });
    },
    count: (key: string) => stored.filter((one) => one.key === key).length,
  };
}

const answers = {
  fine: () => ticketOf(),
  unreachable: () => Promise.reject(new NetworkError('gone')),
  broken: () => Promise.reject(new ServerError('broken')),
  slowDown: () => Promise.reject(new RateLimitError('slow down', 90)),
  garbage: () => Promise.reject(new ContractError('half of an answer')),
  hangs: (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    }),
};

const fault = fc.record({
  commits: fc.boolean(),
  answer: fc.constantFrom<(keyof typeof answers)[]>(
    'unreachable',
    'broken',
    'slowDown',
    'garbage',
    'hangs',
  ),
});
const event = fc.constantFrom(
  'wait',
  'return',
  'reload',
  'second tab',
  'press again',
  'half a day',
);

it('loses and duplicates no request with any eight faults and events in any order', async () => {
  const isFine = fc.asyncProperty(
    fc.array(fault, { maxLength: 8 }),
    fc.array(event, { maxLength: 8 }),
    async (faults, events) => {
      const backend = createBackend();
      const left = [...faults];
      const send: OutboxParts['send'] = async ({ id }, signal) => {
        const next = left.shift() ?? { commits: true, answer: 'fine' as const };
        if (next.commits) backend.commit(id);
        return answers[next.answer](signal);
      };
      const { tab, entries } = createBrowser();
      let current = tab(send);
      const start = Date.now();
      await current.outbox.put(entryOf('key-1'));
      for (const next of events) {
        if (next === 'reload') {
          current.outbox.destroy();
          current = tab(send);
        }
        if (next === 'second tab') tab(send).outbox.flush();
        // After a day it is a new request, which the person wants.
        const isToday = Date.now() - start < 23 * hourMs;
        if (next === 'press again' && isToday) await current.outbox.put(entryOf('key-1'));
        if (next === 'half a day') vi.setSystemTime(Date.now() + 12 * hourMs);
        if (next !== 'wait') current.outbox.flush();
        await vi.advanceTimersByTimeAsync(30_000);
      }
      for (let turn = 0; turn < 20; turn++) {
        closeTabs(); // everything that hangs ends with its tab
        tab(send).outbox.flush();
        await vi.advanceTimersByTimeAsync(10 * 60_000);
      }
      const [entry, ...others] = (await entries.all()).filter((one) => one.version === 1);
      expect(others).toEqual([]);
      expect(backend.count('key-1')).toBeLessThanOrEqual(1);
      if (entry?.state.at === 'needs_attention') {
        expect(entry.write).toMatchObject(entryOf('key-1').write); // the text still exists
      } else {
        expect([entry?.state.at ?? 'forgotten', backend.count('key-1')]).toEqual([
          entry ? 'sent' : 'forgotten',
          1,
        ]);
      }
      closeTabs();
    },
  );
  await fc.assert(isFine, { numRuns: 1000 });
}, 60_000);
