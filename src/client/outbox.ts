import type { Ticket } from '../contract/ticket.ts';
import type { Destination, OutboxEntry } from '../core/outboxEntry.ts';
import type { Outbox, OutboxEvents } from '../core/ports.ts';
import { randomId } from '../core/randomId.ts';
import { toSupportError } from '../errors.ts';
import { openBook } from './outboxBook.ts';
import { normalWrite } from './outboxEntry.ts';
import type { Lock } from './outboxLock.ts';
import {
  afterFailure,
  hasOutlivedKey,
  headsOf,
  isExpired,
  isLeftOver,
  outlived,
  waitOf,
} from './outboxSchedule.ts';
import type { EntryStore } from './outboxStore.ts';
import { createTurns } from './outboxTurns.ts';
import { serialise } from './serialise.ts';

export interface OutboxParts {
  /** Name of the channel between tabs. */
  name: string;
  destination: Destination;
  store: EntryStore;
  lock: Lock;
  /**
   * Makes one attempt. Rejects with a `PenguinMailsError`. Resolves with null if the reply is not a
   * ticket.
   */
  send(entry: OutboxEntry, signal: AbortSignal): Promise<Ticket | null>;
  now?(): number;
}

/**
 * Sends stored entries: one at a time, in one tab at a time, and in order within a conversation. An
 * entry is removed only when the backend confirms that it is stored, or by its author.
 */
export function createOutbox(
  parts: OutboxParts,
  events: Omit<OutboxEvents, 'onFiles'>,
): Omit<Outbox, 'files'> {
  const { name, destination, store, lock, send, now = Date.now } = parts;
  const ended = new AbortController();
  const book = openBook(store, {
    ...events,
    onForgotten: () => flush(),
    signal: ended.signal,
    name,
  });
  const { entries, unsent, save, remove, publish } = book;
  let eager = false;

  /** Handles entries that an earlier run or a closed tab has left. */
  async function tidy(): Promise<void> {
    const all = await entries();
    for (const entry of all) {
      if (isLeftOver(entry, eager)) await save({ ...entry, state: due() });
    }
    eager = false;
    const old = all.filter((entry) => isExpired(entry, now())).map(({ id }) => id);
    if (old.length > 0) await remove(old);
    else await publish();
  }

  /** Returns the first due entry among the first unsent entries of all conversations. */
  async function nextDue(): Promise<OutboxEntry | undefined> {
    return headsOf(await unsent()).find((entry) => isWaiting(entry) && waitOf(entry, now()) === 0);
  }

  function isWaiting(entry: OutboxEntry): boolean {
    return entry.state.at === 'queued';
  }

  async function attempt(entry: OutboxEntry): Promise<void> {
    if (hasOutlivedKey(entry, now())) {
      return save({ ...entry, state: { at: 'needs_attention', error: outlived } });
    }
    const sending: OutboxEntry = {
      ...entry,
      attempts: entry.attempts + 1,
      firstSentAt: entry.firstSentAt ?? now(),
      state: { at: 'sending' },
    };
    await save(sending);
    try {
      const ticket = await send(sending, ended.signal);
      const sent: OutboxEntry = { ...sending, state: { at: 'sent', ticket, sentAt: now() } };
      await save(sent);
      events.onSent(sent);
    } catch (cause) {
      if (ended.signal.aborted) return; // the next tab with the lock finds it as `sending`
      const state = afterFailure(sending, toSupportError(cause), now());
      await save({ ...sending, state });
    }
  }

  async function work(): Promise<void> {
    await tidy();
    for (;;) {
      const entry = await nextDue();
      if (!entry || ended.signal.aborted) return;
      await attempt(entry);
    }
  }

  async function nextWait(): Promise<number | null> {
    const waits = headsOf(await unsent())
      .filter(isWaiting)
      .map((entry) => waitOf(entry, now()));
    return waits.length > 0 ? Math.min(...waits) : null;
  }

  const { flush } = createTurns({ lock, work, nextWait, signal: ended.signal });

  function flushNow(): void {
    eager = true;
    flush();
  }

  function whenVisible(): void {
    if (document.visibilityState === 'visible') flushNow();
  }
  addEventListener('online', flushNow, { signal: ended.signal });
  addEventListener('visibilitychange', whenVisible, { signal: ended.signal });

  return {
    flush: flushNow,
    async put(entry) {
      const write = normalWrite(entry.write);
      const known = (await entries()).find(({ id }) => id === entry.id);
      const isSame = known && bodyOf(known) === bodyOf({ write, files: entry.files });
      const isOpen = !known || known.state.at === 'needs_attention' || known.attempts === 0;
      // Another tab is sending this same request, or has sent it.
      if (isSame && !isOpen) {
        await publish();
        return entry.id;
      }
      // Another tab used the key for a different text, so this is a separate request.
      const id = isOpen ? entry.id : randomId();
      book.restore(id);
      await save({
        ...entry,
        ...destination,
        version: 1,
        id,
        write,
        attempts: 0,
        firstSentAt: known?.firstSentAt ?? null,
        createdAt: now(),
        state: due(),
      });
      flush();
      return id;
    },
    async retry(id) {
      const entry = (await entries()).find((one) => one.id === id);
      if (!entry || entry.state.at === 'sent' || entry.state.at === 'sending') return;
      // The person has reviewed it, so from here on it counts as new.
      const firstSentAt = hasOutlivedKey(entry, now()) ? null : entry.firstSentAt;
      await save({ ...entry, firstSentAt, state: due() });
      flush();
    },
    remove: (id) => remove([id]),
    async adopt(owner, heir) {
      for (const entry of await entries()) {
        if (entry.owner !== owner || entry.state.at === 'sending') continue;
        const visitorId = entry.attempts > 0 ? entry.visitorId : heir.visitorId;
        await save({ ...entry, owner: heir.owner, visitorId });
      }
    },
    wipe: book.wipe,
    destroy() {
      ended.abort();
      book.close();
    },
  };

  function due() {
    return { at: 'queued', since: now(), delay: 0, error: null } as const;
  }
}

function bodyOf({ write, files = [] }: Pick<OutboxEntry, 'write' | 'files'>): string {
  return serialise([write, files]);
}
