import { vi } from 'vitest';
import { createOutbox, type OutboxParts } from '../../../src/client/outbox.ts';
import type { Lock } from '../../../src/client/outboxLock.ts';
import type { StoredEntry } from '../../../src/core/outboxEntry.ts';
import type { Outbox } from '../../../src/core/ports.ts';
import { createMemoryEntries, destination } from '../../support/fakeOutbox.ts';

export const entryOf = (id: string, description = 'It is wrong.') => ({
  ...destination,
  id,
  owner: 'ada',
  visitorId: 'visitor-1',
  write: {
    endpoint: 'createTicket' as const,
    body: { subject: 'Invoice', description, email: 'a@b.example', category: 'billing' },
  },
});

const open = new Set<Pick<Outbox, 'destroy'>>();

export function closeTabs(): void {
  for (const outbox of open) outbox.destroy();
  open.clear();
}

/** Creates the tabs of one browser, which share the entries and the lock. */
export function createBrowser() {
  const entries = createMemoryEntries();
  let turn: Promise<void> = Promise.resolve();
  const lock: Lock = (work) => {
    turn = turn.then(work, work);
    return turn;
  };
  return {
    entries,
    tab(send: OutboxParts['send'], more: Partial<OutboxParts> = {}) {
      let seen: readonly StoredEntry[] = [];
      const onSent = vi.fn();
      const onStored = vi.fn();
      const onChange = (all: readonly StoredEntry[]) => {
        seen = all;
      };
      const outbox = createOutbox(
        { name: 'outbox', destination, store: entries, lock, send, ...more },
        { onChange, onStored, onSent },
      );
      open.add(outbox);
      return { outbox, onSent, onStored, states: () => seen.map(stateOf) };
    },
  };
}

const stateOf = (entry: StoredEntry) => (entry.version === 1 ? entry.state.at : entry.version);
