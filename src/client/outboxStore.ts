import type { Destination, OutboxEntry, StoredEntry } from '../core/outboxEntry.ts';
import { readEntry } from './outboxEntry.ts';
import { openTable } from './table.ts';

/** Stores entries in IndexedDB, and in memory if it is blocked, full or was cleared. */
export interface EntryStore {
  all(): Promise<StoredEntry[]>;
  /** Resolves to true if the entry will outlive the page. */
  put(entry: OutboxEntry): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Drops entries that another tab has removed. */
  forget(ids: readonly string[]): Promise<void>;
  close(): void;
}

export function createEntryStore(name: string, destination: Destination): EntryStore {
  const table = openTable(name);
  /** The entries of this page. They survive if the browser's storage is blocked or cleared. */
  const memory = new Map<string, OutboxEntry>();

  return {
    async all() {
      const entries = (await table.all())
        .map((stored) => readEntry(stored, destination))
        .filter((entry) => entry !== null);
      const known = new Set(entries.map(({ id }) => id));
      return [...entries, ...[...memory.values()].filter(({ id }) => !known.has(id))];
    },
    put(entry) {
      memory.set(entry.id, entry);
      return table.put(entry.id, entry);
    },
    remove(ids) {
      for (const id of ids) memory.delete(id);
      return table.remove(ids);
    },
    async forget(ids) {
      for (const id of ids) memory.delete(id);
    },
    close: table.close,
  };
}
