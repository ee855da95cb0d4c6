import type { OutboxEntry } from '../core/outboxEntry.ts';
import type { OutboxEvents } from '../core/ports.ts';
import { openChannel } from './outboxChannel.ts';
import { isReadable } from './outboxSchedule.ts';
import type { EntryStore } from './outboxStore.ts';

export interface BookEvents extends Pick<OutboxEvents, 'onChange' | 'onStored'> {
  /** Called when another tab has removed entries. */
  onForgotten(): void;
  signal: AbortSignal;
  /** Name of the channel between tabs. */
  name: string;
}

/** The entries as this tab sees them, in sync with the store and other tabs. */
export function openBook(store: EntryStore, events: BookEvents) {
  const removed = new Set<string>();
  const channel = openChannel(events.name, (gone) => {
    void store.forget(gone).then(publish).then(events.onForgotten);
  });

  async function publish(): Promise<void> {
    const all = await store.all();
    if (!events.signal.aborted) events.onChange(all);
  }

  async function save(entry: OutboxEntry): Promise<void> {
    if (removed.has(entry.id)) return;
    const isDurable = await store.put(entry);
    if (events.signal.aborted) return; // the entry is stored, but no listener is left
    events.onStored(isDurable);
    channel.post([]);
    await publish();
  }

  async function remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) removed.add(id);
    await store.remove(ids);
    if (events.signal.aborted) return;
    channel.post(ids);
    await publish();
  }

  async function entries(): Promise<OutboxEntry[]> {
    const all = (await store.all()).filter(isReadable);
    return all.sort((a, b) => a.createdAt - b.createdAt);
  }

  return {
    publish: publish,
    save,
    remove,
    entries,
    async unsent(): Promise<OutboxEntry[]> {
      return (await entries()).filter(({ state }) => state.at !== 'sent');
    },
    /** Restores a removed entry that the person submits again. */
    restore(id: string): void {
      removed.delete(id);
    },
    async wipe(owner: string): Promise<void> {
      const all = await store.all();
      // The owner of an unreadable entry is unknown. It is deleted, so that it is not shown to the
      // next person.
      await remove(
        all.filter((one) => !isReadable(one) || one.owner === owner).map(({ id }) => id),
      );
    },
    close(): void {
      channel.close();
      store.close();
    },
  };
}
