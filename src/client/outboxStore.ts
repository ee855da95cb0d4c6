import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { storagePrefix } from '../brand.ts';
import type { KeptEntry, OutboxEntry } from '../core/outboxEntry.ts';
import { readEntry } from './outboxEntry.ts';

interface Tables extends DBSchema {
  entries: { key: string; value: unknown };
}

/** Where entries are kept: in IndexedDB, and in memory where that is blocked, full or was cleared. */
export interface EntryStore {
  all(): Promise<KeptEntry[]>;
  /** True when the entry will outlive the page. */
  put(entry: OutboxEntry): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Forgets what another tab has removed. */
  forget(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** A database that does not open within this time counts as blocked. */
const patience = 3_000;

export function createEntryStore(): EntryStore {
  /** What this page has written: it survives when the browser's storage is refused or cleared. */
  const memory = new Map<string, OutboxEntry>();
  let opening: Promise<IDBPDatabase<Tables> | null> | undefined;

  function open(): Promise<IDBPDatabase<Tables> | null> {
    opening ??= openOrNull(() => {
      opening = undefined; // closed by the browser or by another version: opened anew when needed
    });
    return opening;
  }

  return {
    async all() {
      const database = await open();
      const stored = await attempt(async () => (database ? database.getAll('entries') : []), []);
      const entries = stored.map(readEntry).filter((entry) => entry !== null);
      const known = new Set(entries.map(({ id }) => id));
      return [...entries, ...[...memory.values()].filter(({ id }) => !known.has(id))];
    },
    async put(entry) {
      memory.set(entry.id, entry);
      const database = await open();
      return attempt(async () => {
        await database?.put('entries', entry, entry.id);
        return database !== null;
      }, false);
    },
    async remove(ids) {
      for (const id of ids) memory.delete(id);
      const database = await open();
      await attempt(async () => {
        const change = database?.transaction('entries', 'readwrite');
        await Promise.all([...ids.map((id) => change?.store.delete(id)), change?.done]);
      }, undefined);
    },
    async forget(ids) {
      for (const id of ids) memory.delete(id);
    },
    close() {
      void opening?.then((database) => database?.close());
      opening = undefined;
    },
  };
}

async function openOrNull(onGone: () => void): Promise<IDBPDatabase<Tables> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const opened = attempt(
    () =>
      openDB<Tables>(`${storagePrefix}-outbox`, 1, {
        upgrade: (database) => {
          database.createObjectStore('entries');
        },
        blocking: (_current, _blocked, event) => {
          // Another version of the widget wants to upgrade: this one works from memory until reload.
          if (event.target instanceof IDBDatabase) event.target.close();
          onGone();
        },
        terminated: onGone,
      }),
    null,
  );
  return Promise.race([opened, late]).finally(() => clearTimeout(timer));
}

/** Storage may be refused (SecurityError), full (QuotaExceededError) or gone: then `otherwise` stands. */
async function attempt<T>(use: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await use();
  } catch {
    return otherwise;
  }
}
